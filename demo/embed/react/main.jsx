import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './App.jsx';

const place = document.getElementById('app');
// What the server has written is taken over; an empty place is filled
if (place.firstElementChild) hydrateRoot(place, <App />);
else createRoot(place).render(<App />);
