import { serve, type Scope } from './serve.js';

// The library of workers cannot stand beside that of documents
serve(globalThis as unknown as Scope);
