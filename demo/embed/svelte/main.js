import { hydrate, mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('app');
// What the server has written is taken over; an empty place is filled
(target.firstElementChild ? hydrate : mount)(App, { target });
