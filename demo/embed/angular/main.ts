import '@angular/compiler'; // templates are compiled in the browser; with the CLI of Angular, which compiles them beforehand, leave it out
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication, provideClientHydration } from '@angular/platform-browser';
import { App } from './app.js';

// What the server has written is taken over where there is any
const hydration = document.querySelector('app-root')?.firstElementChild ? [provideClientHydration()] : [];
bootstrapApplication(App, { providers: [provideZonelessChangeDetection(), ...hydration] }).catch(console.error);
