import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication, provideClientHydration, type BootstrapContext } from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import { App } from './app.js';

const providers = [provideZonelessChangeDetection(), provideClientHydration(), provideServerRendering()];

/** A whole document, its `<app-root>` filled. */
export const renderDocument = (document: string): Promise<string> =>
  renderApplication((context: BootstrapContext) => bootstrapApplication(App, { providers }, context), { document, url: '/' });
