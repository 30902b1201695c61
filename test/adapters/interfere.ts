import type { FinalizeRequestMiddleware, MiddlewareStack } from '@smithy/types';
