import { render as renderApp } from 'svelte/server';
import App from './App.svelte';

/** The page's content as HTML. */
export const render = () => renderApp(App).body;
