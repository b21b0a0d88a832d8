import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { CannotStart } from '../../../renderer/app/opening/CannotStart.tsx';
import { Enrolling } from '../../../renderer/app/opening/Enrolling.tsx';
import type { Application } from '../../../renderer/app/startApplication.ts';
import { createScanSource } from '../../../renderer/workflow/ScanFeed.tsx';
import type { Enrolment } from '../../../shared/desktop/desktopApi.ts';
import { mount } from '../components/mount.tsx';

describe('A scan before anybody can work', () => {
  test('says that it was not recorded while the station opens', () => {
    const { text, show } = mount(<CannotStart start={null} />);
    expect(text()).not.toContain('not recorded');
    show(<CannotStart start={null} isScanMissed />);
    expect(text()).toContain('This scan was not recorded');
    expect(text()).toContain('still opening');
  });

  test('gives the code while the station is enrolled; anything else was not recorded', () => {
    const scanner = createScanSource<string>();
    const application = {
      scanner,
      desktop: {},
      state: { offeredCode: null, centralUrl: null, journal: { unsettled: 0 } },
    } as unknown as Application;
    const onDone = vi.fn<(enrolment: Enrolment) => void>();
    const { page, text } = mount(<Enrolling application={application} onDone={onDone} />);
    const code = () => page.querySelector<HTMLInputElement>('input[maxlength="40"]')?.value;
    act(() => void scanner.deliver('1Z999AA10123456784'));
    expect(text()).toContain('This scan was not recorded');
    expect(code()).toBe('');
    act(() => void scanner.deliver('7K4-M2Q-XD9-1RT'));
    expect(text()).not.toContain('not recorded');
    expect(code()).toBe('7K4-M2Q-XD9-1RT');
  });
});
