import { createApp, createSSRApp } from 'vue';
import App from './App.vue';

const place = document.getElementById('app');
// What the server has written is taken over; an empty place is filled
(place.firstElementChild ? createSSRApp(App) : createApp(App)).mount(place);
