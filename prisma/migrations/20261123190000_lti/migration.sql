-- CreateTable
CREATE TABLE "LtiPlatform" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "authorizationUrl" TEXT NOT NULL,
    "tokenUrl" TEXT NOT NULL,
    "keysUrl" TEXT NOT NULL,
    "tokenAudience" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "LtiPlatform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LtiDeployment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "platformId" UUID NOT NULL,
    "deploymentId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "allowedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LtiDeployment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LtiContext" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "deploymentId" UUID NOT NULL,
    "contextId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "classId" UUID NOT NULL,
    "lineItemsUrl" TEXT,
    "membershipsUrl" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LtiContext_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LtiLink" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ltiContextId" UUID NOT NULL,
    "resourceLinkId" TEXT NOT NULL,
    "assignmentId" UUID NOT NULL,
    "lineItemUrl" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LtiLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LtiAccount" (
    "platformId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LtiAccount_pkey" PRIMARY KEY ("platformId","subject")
);

-- CreateTable
CREATE TABLE "LtiLogin" (
    "stateHash" TEXT NOT NULL,
    "nonceHash" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "platformId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LtiLogin_pkey" PRIMARY KEY ("stateHash")
);

-- CreateTable
CREATE TABLE "LtiLaunch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ticketHash" TEXT NOT NULL,
    "platformId" UUID NOT NULL,
    "userId" UUID,
    "browserHash" TEXT,
    "launch" JSONB NOT NULL,
    "chosen" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LtiLaunch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LtiScore" (
    "linkId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "sent" JSONB,
    "sentAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3),
    "problem" JSONB,

    CONSTRAINT "LtiScore_pkey" PRIMARY KEY ("linkId","userId")
);

-- CreateTable
CREATE TABLE "LtiKey" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "publicKey" JSONB NOT NULL,
    "privateKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "LtiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LtiRegistration" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LtiRegistration_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LtiPlatform_issuer_clientId_key" ON "LtiPlatform"("issuer", "clientId");

-- CreateIndex
CREATE UNIQUE INDEX "LtiDeployment_platformId_deploymentId_key" ON "LtiDeployment"("platformId", "deploymentId");

-- CreateIndex
CREATE INDEX "LtiContext_classId_idx" ON "LtiContext"("classId");

-- CreateIndex
CREATE UNIQUE INDEX "LtiContext_deploymentId_contextId_key" ON "LtiContext"("deploymentId", "contextId");

-- CreateIndex
CREATE INDEX "LtiLink_assignmentId_idx" ON "LtiLink"("assignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "LtiLink_ltiContextId_resourceLinkId_key" ON "LtiLink"("ltiContextId", "resourceLinkId");

-- CreateIndex
CREATE INDEX "LtiAccount_userId_idx" ON "LtiAccount"("userId");

-- CreateIndex
CREATE INDEX "LtiLogin_createdAt_idx" ON "LtiLogin"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "LtiLaunch_ticketHash_key" ON "LtiLaunch"("ticketHash");

-- CreateIndex
CREATE INDEX "LtiLaunch_expiresAt_idx" ON "LtiLaunch"("expiresAt");

-- CreateIndex
CREATE INDEX "LtiLaunch_userId_idx" ON "LtiLaunch"("userId");

-- CreateIndex
CREATE INDEX "LtiScore_nextTryAt_idx" ON "LtiScore"("nextTryAt");

-- CreateIndex
CREATE INDEX "LtiScore_userId_idx" ON "LtiScore"("userId");

-- CreateIndex
CREATE INDEX "LtiKey_createdAt_idx" ON "LtiKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "LtiRegistration_tokenHash_key" ON "LtiRegistration"("tokenHash");

-- CreateIndex
CREATE INDEX "LtiRegistration_expiresAt_idx" ON "LtiRegistration"("expiresAt");

-- AddForeignKey
ALTER TABLE "LtiDeployment" ADD CONSTRAINT "LtiDeployment_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "LtiPlatform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiContext" ADD CONSTRAINT "LtiContext_deploymentId_fkey" FOREIGN KEY ("deploymentId") REFERENCES "LtiDeployment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiContext" ADD CONSTRAINT "LtiContext_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiLink" ADD CONSTRAINT "LtiLink_ltiContextId_fkey" FOREIGN KEY ("ltiContextId") REFERENCES "LtiContext"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiLink" ADD CONSTRAINT "LtiLink_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiAccount" ADD CONSTRAINT "LtiAccount_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "LtiPlatform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiAccount" ADD CONSTRAINT "LtiAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiLogin" ADD CONSTRAINT "LtiLogin_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "LtiPlatform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiLaunch" ADD CONSTRAINT "LtiLaunch_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "LtiPlatform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiLaunch" ADD CONSTRAINT "LtiLaunch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiScore" ADD CONSTRAINT "LtiScore_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "LtiLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiScore" ADD CONSTRAINT "LtiScore_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "LtiParticipant" (
    "ltiContextId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "LtiParticipant_pkey" PRIMARY KEY ("ltiContextId","userId")
);

-- CreateIndex
CREATE INDEX "LtiParticipant_userId_idx" ON "LtiParticipant"("userId");

-- AddForeignKey
ALTER TABLE "LtiParticipant" ADD CONSTRAINT "LtiParticipant_ltiContextId_fkey" FOREIGN KEY ("ltiContextId") REFERENCES "LtiContext"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiParticipant" ADD CONSTRAINT "LtiParticipant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
