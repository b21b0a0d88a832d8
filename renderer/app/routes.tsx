import {
  createRootRoute,
  createRoute,
  Navigate,
  Outlet,
  useNavigate,
} from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { acknowledgeRefusal } from '../actions/acknowledgeRefusal.ts';
import { useActionContext } from '../screens/atWork/AtWork.tsx';
import { BenchScreen } from '../screens/bench/BenchScreen.tsx';
import { DeskScreen } from '../screens/desk/DeskScreen.tsx';
import { DockScreen } from '../screens/dock/DockScreen.tsx';
import { RefusalsScreen } from '../screens/station/RefusalsScreen.tsx';
import { StationScreen } from '../screens/station/StationScreen.tsx';
import { workAt } from '../session/session.ts';
import { askReplayOver } from '../sync/askReplay.ts';
import { Frame } from './Frame.tsx';
import { firstModeFor, type Mode, modesFor } from './modes.ts';
import { useParts } from './places.tsx';

const root = createRootRoute({
  component: () => (
    <Frame>
      <Outlet />
    </Frame>
  ),
});
const start = createRoute({ getParentRoute: () => root, path: '/', component: Start });
const dock = createRoute({ getParentRoute: () => root, path: '/dock', component: Dock });
const bench = createRoute({ getParentRoute: () => root, path: '/bench', component: Bench });
const desk = createRoute({ getParentRoute: () => root, path: '/desk', component: Desk });
const refused = createRoute({ getParentRoute: () => root, path: '/refused', component: Refused });
const station = createRoute({ getParentRoute: () => root, path: '/station', component: Station });

const askReplay = askReplayOver((path, init) => window.fetch(path, init));

export const routeTree = root.addChildren([start, dock, bench, desk, refused, station]);

function Start(): ReactNode {
  const { person } = useActionContext();
  return <Navigate to={`/${firstModeFor(person)}`} replace />;
}

/** Only where the person's roles allow; density follows the place. */
function At(props: { readonly mode: Mode; readonly children: ReactNode }): ReactNode {
  const { person } = useActionContext();
  const { mode } = props;
  const isAllowed = modesFor(person).includes(mode);
  useEffect(() => {
    if (isAllowed) workAt(mode);
  }, [isAllowed, mode]);
  return isAllowed ? props.children : <Navigate to={`/${firstModeFor(person)}`} replace />;
}

function Dock(): ReactNode {
  const { site } = useParts();
  const { enrolment } = useActionContext();
  return (
    <At mode="dock">
      <DockScreen dock={site?.docks[0] ?? enrolment.stationName.slice(0, 20)} />
    </At>
  );
}

function Bench(): ReactNode {
  return (
    <At mode="bench">
      <BenchScreen />
    </At>
  );
}

function Desk(): ReactNode {
  return (
    <At mode="desk">
      <DeskScreen askReplay={askReplay} />
    </At>
  );
}

function Refused(): ReactNode {
  const context = useActionContext();
  const navigate = useNavigate();
  return (
    <RefusalsScreen
      onOpenCase={() => void navigate({ to: '/' })}
      onSeen={(factId) => void acknowledgeRefusal(context, factId)}
    />
  );
}

function Station(): ReactNode {
  const { state, site, application, link } = useParts();
  const { enrolment } = useActionContext();
  return (
    <StationScreen
      state={state}
      enrolment={enrolment}
      zone={site?.timeZone ?? null}
      kept={application.persistence}
      onPausePhotos={link.pausePhotos}
    />
  );
}
