import type { CliKey } from '../cli.ts';

/** The Japanese words of the command line. A key that is missing here is shown in English. */
export const cli: Partial<Readonly<Record<CliKey, string>>> = {
  help: `使い方: npm run --silent workshop -- <コマンド> [オプション]

  list                                 演習の一覧 (レッスン順)
  grade <演習> <パス>...                提出物を採点します (ファイル、または演習のファイルを含むフォルダー)
  lint <領域> <パス>...                 実際のファイルの問題点を調べます (領域は iam、workflow、network)
  authorize <cases.json>...            IAM と同じ規則で、ポリシーに対するリクエストを判定します

オプション
  --json                               1 行に 1 つの JSON だけを標準出力に書き出します
  --lang <en|ja>                       メッセージの言語 (既定値: en)
  --type <identity|trust|resource>     lint iam でのポリシーの種類 (既定値: identity)
  --help                               この説明

終了コード
  0  すべて合格しました (lint と authorize ではエラーがありません)
  1  合格しなかったもの、またはエラーがあります
  2  使い方の誤り、読み取れないパス、存在しない演習
`,
  'usage.see-help': '使い方: npm run --silent workshop -- --help',
  'usage.no-command': 'コマンドが指定されていません。',
  'usage.unknown-command': '`{name}` というコマンドはありません。',
  'usage.unknown-option': '`{name}` というオプションはありません。',
  'usage.did-you-mean': '`{name}` ではありませんか。',
  'usage.option-needs-value': '`{name}` には次のいずれかを指定します: {values}',
  'usage.option-not-here': '`{name}` は `lint iam` でのみ使えます。',
  'usage.exercise-missing': '`grade` には演習と 1 つ以上のパスが必要です。',
  'usage.path-missing': '`{command}` には 1 つ以上のパスが必要です。',
  'usage.unexpected': '`{command}` に `{name}` は指定できません。',
  'usage.unknown-domain': '`{name}` という領域はありません。領域は iam、workflow、network です。',
  'usage.unknown-exercise': '`{name}` という演習はありません。',
  'path.missing': '{path}: ファイルまたはフォルダーがありません。',
  'path.unreadable': '{path}: 読み取れません ({reason})。',
  'path.is-folder': '{path}: フォルダーです。ファイルを指定してください。',
  'path.broke-down': '{path}: 判定できませんでした({reason})。ファイルではなく、このワークショップの不具合です。',
  'path.needs-folder':
    '{path}: `{exercise}` のファイルは {count} つです ({files})。それらを含むフォルダーを指定してください。',
  'cases.not-json': '{path}:{line}:{column}: ここから先は JSON として読み取れません。',
  'cases.shape': '{path}: {place} {reason}',
  'verdict.passed': '合格',
  'verdict.failed': '未達成',
  'verdict.undecided': '判定不能',
  'verdict.unreadable': '読み取り不可',
  'goals.title': '目標',
  'goals.count': '{all} 個の目標のうち {met} 個を達成',
  'run.title': '実行',
  'probes.title': 'ほかの主体にできること',
  'outcome.allowed': '許可',
  'outcome.denied': '拒否',
  'outcome.skipped': 'スキップ',
  'outcome.unknown': '不明',
  'severity.error': 'エラー',
  'severity.warning': '警告',
  'severity.info': '注記',
  'evidence.documented': '公式ドキュメント',
  'evidence.talk': '発表',
  'evidence.field': '実地での確認',
  'evidence.inferred': '推定',
  'not-reached': '実行はここで止まります。以降の手順はそれぞれ個別に判定しています。',
  source: '出典: {url} ({evidence})',
  try: '試すこと: {fix}',
  'lint.clean': '問題は見つかりませんでした',
  'lint.count': 'エラー {errors} 件、警告 {warnings} 件、注記 {notes} 件',
  'decision.allowed': '許可',
  'decision.explicit-deny': 'ステートメントによる明示的な拒否',
  'decision.implicit-deny': '暗黙的な拒否: 許可するステートメントがありません',
  'decision.unknown': '不明: モデル化していない条件によって決まります',
  'decision.unreadable': '読み取り不可: IAM はこのポリシーを保存しません',
  'decision.by': 'ポリシー {policy}、ステートメント {statement}',
};
