/** What every workbench with links says of them. */
export const sharing = {
  share: 'Share a link',
  'share.copy': 'Copy',
  'share.copied': 'The link is copied.',
  'share.close': 'Close',
  'shared.shown': 'This is what the link holds. Your own draft is kept and not touched.',
  'shared.keep': 'Make it my draft',
  'shared.kept': 'It is your draft now. The one before is among the earlier versions.',
  'shared.back': 'Back to my draft',
  'shared.too-long': 'The link is longer than {limit} characters and was not read. Your own draft is here.',
  'shared.damaged': 'The link is cut or damaged, so nothing was taken from it. Your own draft is here.',
} as const;
