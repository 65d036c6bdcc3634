import type { StepContext, StepResult } from '../run/state.ts';
import { loginToEcr } from './amazon-ecr-login.ts';
import { downloadArtifact, uploadArtifact } from './artifacts.ts';
import { buildAndPush } from './build-push.ts';
import { checkOut } from './checkout.ts';
import { configureAwsCredentials } from './configure-aws-credentials.ts';
import { loginWithDocker } from './docker-login.ts';
import { makeMetadata } from './metadata-tags.ts';
import { setUpBuildx, setUpQemu } from './setup.ts';

/** What each action does that is on record, or carries files from job to job: a pure function of its inputs and the machine. */
export const behaviours: Readonly<Record<string, (context: StepContext) => StepResult>> = {
  'actions/checkout': checkOut,
  'actions/upload-artifact': uploadArtifact,
  'actions/download-artifact': downloadArtifact,
  'aws-actions/configure-aws-credentials': configureAwsCredentials,
  'aws-actions/amazon-ecr-login': loginToEcr,
  'docker/login-action': loginWithDocker,
  'docker/setup-qemu-action': setUpQemu,
  'docker/setup-buildx-action': setUpBuildx,
  'docker/build-push-action': buildAndPush,
  'docker/metadata-action': makeMetadata,
};
