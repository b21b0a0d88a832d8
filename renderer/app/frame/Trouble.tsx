import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../components/generic/fields/Button.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';

/** A screen that broke: what is safe, and a way back. */
export function Trouble(): ReactNode {
  const { t } = useWording();
  const router = useRouter();
  return (
    <EmptyState icon="alert" title={t('trouble.title')} next={t('trouble.body')}>
      <Button
        look="primary"
        onPress={() => void router.navigate({ to: '/' }).then(() => router.invalidate())}
      >
        {t('trouble.again')}
      </Button>
    </EmptyState>
  );
}
