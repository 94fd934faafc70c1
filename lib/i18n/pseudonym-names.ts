/**
 * Birds, whose names stand for classmates. The same in every language of the interface, so that a class in which several are
 * read speaks of the same bird: each in English and Chinese.
 */
export const pseudonymNames: readonly string[] = [
  'Heron 蒼鷺', 'Wren 鷦鷯', 'Robin 知更', 'Finch 燕雀', 'Swift 雨燕',
  'Lark 雲雀', 'Plover 鴴鳥', 'Curlew 杓鷸', 'Avocet 反嘴鷸', 'Dunlin 濱鷸',
  'Egret 白鷺', 'Bittern 麻鳽', 'Kestrel 紅隼', 'Merlin 灰背隼', 'Osprey 魚鷹',
  'Harrier 澤鵟', 'Magpie 喜鵲', 'Jackdaw 寒鴉', 'Raven 渡鴉', 'Rook 禿鼻鴉',
  'Nuthatch 五十雀', 'Dipper 河烏', 'Siskin 黃雀', 'Linnet 赤胸雀', 'Redstart 紅尾鴝',
  'Wheatear 穗鵖', 'Whinchat 草鵖', 'Stonechat 黑喉鴝', 'Blackcap 黑頭鶯', 'Warbler 柳鶯',
  'Goldcrest 戴菊', 'Firecrest 火冠戴菊', 'Treecreeper 旋木雀', 'Starling 椋鳥', 'Oriole 黃鸝',
  'Hoopoe 戴勝', 'Kingfisher 翠鳥', 'Roller 佛法僧', 'Cuckoo 杜鵑', 'Nightjar 夜鷹',
  'Swallow 家燕', 'Martin 毛腳燕', 'Pipit 鷚鳥', 'Wagtail 鶺鴒', 'Waxwing 連雀',
  'Dunnock 岩鷚', 'Thrush 畫眉', 'Fieldfare 田鶇', 'Redwing 紅翼鶇', 'Crossbill 交嘴雀',
  'Bunting 鵐鳥', 'Grebe 鸊鷉', 'Gannet 塘鵝', 'Puffin 海鸚', 'Tern 燕鷗',
  'Petrel 海燕', 'Shearwater 水薙鳥', 'Fulmar 暴風鸌', 'Teal 小水鴨', 'Wigeon 赤頸鴨',
]
