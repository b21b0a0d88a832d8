import '../app/parsing.ts';
import '../app/look.ts';
import { createRoot } from 'react-dom/client';
import { OfficePage } from './frame/OfficePage.tsx';

const page = document.querySelector('#quayside');
if (page) createRoot(page).render(<OfficePage />);
