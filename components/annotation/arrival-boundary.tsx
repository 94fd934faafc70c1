import { Component, type ReactNode } from 'react'

type Props = { message: string; retry: string; children: ReactNode }

/** Where the annotations cannot be had, the text stays; the page says so and offers to try again. */
export class ArrivalBoundary extends Component<Props, { failed: boolean }> {
  state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className="reader-toasts">
        <p className="reader-toast" role="alert">
          <span>{this.props.message}</span>
          <button type="button" onClick={() => window.location.reload()}>
            {this.props.retry}
          </button>
        </p>
      </div>
    )
  }
}
