/** The words of the score and of the smaller policy. `{names}` are filled in, `{name?one|several|none}` chooses by number. */
export const measure = {
  'score.points': '{points?point|points} beyond the need',
  'score.down': '{count} down',
  'score.up': '{count} up',
  'score.idle': 'What is granted beyond the need is counted once the policy is checked.',
  'score.refused': 'Not counted: IAM does not save this text.',
  'score.too-long': 'Not counted: the policy is too long to be saved.',
  'score.failed': 'Not counted this time.',
  'score.none':
    'Nothing that was tried goes beyond the need: every action of the catalogue, on these resources, their neighbours and others.',
  'score.further':
    '{count?One action|# actions} that no call needs{changing?; one of them changes something|; # of them change something|}.',
  'score.elsewhere': '{count?A needed action|# needed actions} on other resources too.',
  'score.missing': '{count?One needed call is|# needed calls are} not allowed.',
  'score.how':
    'One point for an action that only looks, two for one that changes something, three for one that changes who may do what.',

  'pill.points': '{points?One point|# points} beyond',

  'group.3': 'Change who may do what',
  'group.2': 'Change something',
  'group.1': 'Only look',
  'group.worth': '{count} × {each}',
  'group.on': 'on',

  'proposal.title': 'A policy that grants less',
  'proposal.text': 'It lets the same needed calls through and grants {points?one point|# points} less beyond them.',
  'proposal.title.same': 'The same in fewer characters',
  'proposal.same': 'It lets the same needed calls through and grants no more beyond them.',
  'proposal.points': 'Points {before} → {after}',
  'proposal.size': 'Characters {before} → {after}',
  'proposal.left': 'What is left beyond comes of a needed call that is asked on `*`.',
  'proposal.proof': 'Proof: {count?the needed call|each of the # needed calls}, decided by both',
  'proof.call': 'Call',
  'proof.before': 'Yours',
  'proof.after': 'Proposed',
  'decision.allowed': 'allowed',
  'decision.explicit-deny': 'denied',
  'decision.implicit-deny': 'not allowed',
  'decision.unknown': 'open',
  'proposal.use': 'Use this policy',
  'proposal.used': 'The proposal is in the editor. The text before is among the earlier versions.',
  'proposal.copy': 'Copy',
  'proposal.copied': 'The proposal is copied.',
  'proposal.diff': 'Your policy and the proposal, line by line',
  'proposal.smallest': 'There is nothing to cut for these calls.',
  'proposal.nothing-allowed': 'None of the needed calls is allowed yet, so there is nothing to cut the policy down to.',
  'proposal.open':
    'AWS’s documentation leaves open how one of the needed calls is decided, so no smaller policy can be proven.',
  'proposal.unwritable': 'What this policy allows cannot be said in fewer statements that surely mean the same.',
} as const;
