import {
  createRootRoute,
  createRoute,
  Navigate,
  Outlet,
  useNavigate,
  useRouterState,
} from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import {
  firstWorkplaceFor,
  type Workplace,
  workplacesFor,
} from '../../../shared/facts/workplaces.ts';
import { acknowledgeRefusal } from '../../actions/acknowledgeRefusal.ts';
import { BenchScreen } from '../../screens/bench/BenchScreen.tsx';
import { DeskScreen } from '../../screens/desk/DeskScreen.tsx';
import { DockScreen } from '../../screens/dock/DockScreen.tsx';
import { RefusalsScreen } from '../../screens/station/RefusalsScreen.tsx';
import { StationScreen } from '../../screens/station/StationScreen.tsx';
import { useSession, workAt } from '../../session/session.ts';
import { askReplayOver } from '../../sync/transport/askReplay.ts';
import { askStationsOver } from '../../sync/transport/askStations.ts';
import { fetchFromCentral } from '../../sync/transport/fetchFromCentral.ts';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { Frame } from './Frame.tsx';
import { useShellDeps } from './places.tsx';

const root = createRootRoute({
  component: () => (
    <Frame>
      <Outlet />
    </Frame>
  ),
});
const start = createRoute({ getParentRoute: () => root, path: '/', component: Start });
/** A place may be entered at one of its cases, `#/desk?case=…`, or at goods that have none, `?goods=…`. */
const validateSearch = (search: Record<string, unknown>): { case?: string; goods?: string } => ({
  ...(typeof search['case'] === 'string' && { case: search['case'] }),
  ...(typeof search['goods'] === 'string' && { goods: search['goods'] }),
});
/** Only where the person's roles allow; density follows the place. */
const workplaceAt = <Place extends Workplace>(place: Place, Screen: () => ReactNode) =>
  createRoute({
    getParentRoute: () => root,
    path: `/${place}`,
    component: () => (
      <At mode={place}>
        <Screen />
      </At>
    ),
    validateSearch,
  });
const dock = workplaceAt('dock', Dock);
const bench = workplaceAt('bench', Bench);
const desk = workplaceAt('desk', Desk);
const refused = createRoute({ getParentRoute: () => root, path: '/refused', component: Refused });
const station = createRoute({ getParentRoute: () => root, path: '/station', component: Station });

const askReplay = askReplayOver(fetchFromCentral);
const askStations = askStationsOver(fetchFromCentral);

export const routeTree = root.addChildren([start, dock, bench, desk, refused, station]);

function Start(): ReactNode {
  const { person } = useActionContext();
  return <Navigate to={`/${firstWorkplaceFor(person.roles)}`} replace />;
}

function At(props: { readonly mode: Workplace; readonly children: ReactNode }): ReactNode {
  const { person } = useActionContext();
  const { mode } = props;
  const isAllowed = workplacesFor(person.roles).includes(mode);
  useEffect(() => {
    if (isAllowed) workAt(mode);
  }, [isAllowed, mode]);
  return isAllowed ? (
    props.children
  ) : (
    <Navigate to={`/${firstWorkplaceFor(person.roles)}`} replace />
  );
}

/** Whoever opens the same case again, from elsewhere on the screen, comes to it again. */
function useVisit(opened: string | null): string | null {
  // oxlint-disable-next-line eslint/no-underscore-dangle -- the router's own name for it
  const visit = useRouterState({ select: ({ location }) => location.state.__TSR_key });
  return opened === null ? null : `${opened} ${visit ?? ''}`;
}

function Dock(): ReactNode {
  const { site } = useShellDeps();
  const { enrolment } = useActionContext();
  const { case: opened = null } = dock.useSearch();
  const visit = useVisit(opened);
  // Never a guess: a station that nobody placed says its own name.
  const where = useSession((session) => session.dock);
  // Not drawn anew for each word of the link to central.
  const screen = useMemo(
    () => (
      <DockScreen
        key={visit}
        dock={where === null || where === '' ? enrolment.stationName.slice(0, 20) : where}
        docks={where === null ? (site?.docks ?? []) : []}
        opened={opened}
      />
    ),
    [opened, visit, where, enrolment, site],
  );
  return screen;
}

function Bench(): ReactNode {
  const { case: opened = null, goods = null } = bench.useSearch();
  return <BenchScreen key={useVisit(opened ?? goods)} opened={opened} openedBlind={goods} />;
}

function Desk(): ReactNode {
  const { case: opened = null, goods = null } = desk.useSearch();
  return (
    <DeskScreen
      key={useVisit(opened ?? goods)}
      askReplay={askReplay}
      askStations={askStations}
      opened={opened}
      openedBlind={goods}
    />
  );
}

function Refused(): ReactNode {
  const context = useActionContext();
  const { application } = useShellDeps();
  const navigate = useNavigate();
  return (
    <RefusalsScreen
      desktop={application.desktop}
      onOpenCase={(caseId) =>
        void navigate({
          to: `/${firstWorkplaceFor(context.person.roles)}`,
          search: { case: caseId },
        })
      }
      onSeen={(factId) => void acknowledgeRefusal(context, factId)}
    />
  );
}

function Station(): ReactNode {
  const { state, site, application, link } = useShellDeps();
  const { enrolment, person } = useActionContext();
  return (
    <StationScreen
      desktop={application.desktop}
      person={person}
      state={state}
      enrolment={enrolment}
      site={site}
      kept={application.persistence}
      onPausePhotos={link.pausePhotos}
      onLimitPhotos={link.limitPhotos}
    />
  );
}
