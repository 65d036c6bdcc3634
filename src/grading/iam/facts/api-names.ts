function bucketConfigurations(): readonly (readonly [string, readonly string[]])[] {
  const kinds = ['Encryption', 'Lifecycle', 'Replication', 'Inventory', 'Metrics', 'Analytics', 'Accelerate'];
  return kinds.flatMap((kind): readonly (readonly [string, readonly string[]])[] => [
    [`s3:GetBucket${kind}Configuration`, [`s3:Get${kind}Configuration`]],
    [`s3:PutBucket${kind}Configuration`, [`s3:Put${kind}Configuration`]],
    [`s3:GetBucket${kind}`, [`s3:Get${kind}Configuration`]],
    [`s3:PutBucket${kind}`, [`s3:Put${kind}Configuration`]],
    [`s3:DeleteBucket${kind}`, [`s3:Put${kind}Configuration`]],
  ]);
}

/**
 * Names of API calls that are no action, by the action that is checked for them. Learners think in calls of an SDK, and the letters
 * mislead: the nearest action to `s3:ListBuckets` is the wrong one.
 * @source https://github.com/iann0036/iam-dataset (MIT; read 2026-11-24)
 */
const names: readonly (readonly [string, readonly string[]])[] = [
  ['ecr:BatchGetDownloadUrlForLayer', ['ecr:GetDownloadUrlForLayer']],
  ['ecr:GetLogin', ['ecr:GetAuthorizationToken']],
  ['ecr:GetLoginPassword', ['ecr:GetAuthorizationToken']],
  ['kms:ReEncrypt', ['kms:ReEncryptFrom', 'kms:ReEncryptTo']],
  ['s3:CompleteMultipartUpload', ['s3:PutObject']],
  ['s3:CopyObject', ['s3:GetObject', 's3:PutObject']],
  ['s3:CreateMultipartUpload', ['s3:PutObject']],
  ['s3:DeleteBucketCors', ['s3:PutBucketCORS']],
  ['s3:DeleteObjects', ['s3:DeleteObject']],
  ['s3:GetBucketNotificationConfiguration', ['s3:GetBucketNotification']],
  ['s3:GetPublicAccessBlock', ['s3:GetBucketPublicAccessBlock']],
  ['s3:HeadBucket', ['s3:ListBucket']],
  ['s3:HeadObject', ['s3:GetObject']],
  ['s3:ListBuckets', ['s3:ListAllMyBuckets']],
  ['s3:ListMultipartUploads', ['s3:ListBucketMultipartUploads']],
  ['s3:ListObjectVersions', ['s3:ListBucketVersions']],
  ['s3:ListObjects', ['s3:ListBucket']],
  ['s3:ListObjectsV2', ['s3:ListBucket']],
  ['s3:ListParts', ['s3:ListMultipartUploadParts']],
  ['s3:PutPublicAccessBlock', ['s3:PutBucketPublicAccessBlock']],
  ['s3:SelectObjectContent', ['s3:GetObject']],
  ['s3:UploadPart', ['s3:PutObject']],
  ['s3:UploadPartCopy', ['s3:PutObject']],
  ...bucketConfigurations(),
];

/** Actions by the lower-case name of the API call. */
export const actionsOfApiName: ReadonlyMap<string, readonly string[]> = new Map(
  names.map(([call, actions]) => [call.toLowerCase(), actions]),
);
