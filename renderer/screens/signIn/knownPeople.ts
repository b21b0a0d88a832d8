import type { DesktopOutput } from '../../../shared/desktop/desktopApi.ts';

export type DemoCards = DesktopOutput<'demoCards'>;

export type KnownPerson = { readonly name: string; readonly badge: string };
