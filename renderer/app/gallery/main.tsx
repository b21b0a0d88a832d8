import '../look.ts';
import { createRoot } from 'react-dom/client';
import { Gallery } from './Gallery.tsx';

const page = document.querySelector('#gallery');
if (page) createRoot(page).render(<Gallery />);
