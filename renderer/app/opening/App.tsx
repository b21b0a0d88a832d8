import { type ReactNode, useEffect, useState } from 'react';
import { StationStorage, useCatalogue } from '../../queries/StationStorage.tsx';
import { useSite } from '../../queries/station/site.ts';
import { DockStep } from '../../screens/enrolment/DockStep.tsx';
import { enrolAs, placeDrawnFor, useSession } from '../../session/session.ts';
import { adoptStation } from '../../station/adoptStation.ts';
import { useFocusKept } from '../frame/useFocusKept.ts';
import { keepPreferences } from '../keepPreferences.ts';
import { Speaking } from '../Speaking.tsx';
import type { Application } from '../startApplication.ts';
import { Enrolling } from './Enrolling.tsx';
import { WorkPlace } from './WorkPlace.tsx';

/** The whole application on an open station: enrolled or not, somebody at work or nobody. */
export function App(props: { readonly application: Application }): ReactNode {
  const { db, clock } = props.application;
  useEffect(() => keepPreferences(db), [db]);
  useFocusKept();
  return (
    <StationStorage db={db} now={clock.now}>
      <Spoken application={props.application} />
    </StationStorage>
  );
}

function Spoken(props: { readonly application: Application }): ReactNode {
  const { application } = props;
  const { db, clock } = application;
  const { enrolment } = useSession();
  const place = useSession(placeDrawnFor);
  const site = useSite(enrolment?.siteId ?? null);
  // The last step of enrolling: the site's docks come with its papers.
  const [isAskingDock, setAskingDock] = useState(false);
  return (
    <Speaking zone={site?.timeZone ?? null} site={site} density={place} catalogue={useCatalogue()}>
      {enrolment ? (
        <WorkPlace
          application={application}
          enrolment={enrolment}
          site={site}
          lastStep={
            isAskingDock && site?.docks.length !== 0 ? (
              <DockStep docks={site?.docks ?? null} onDone={() => setAskingDock(false)} />
            ) : null
          }
        />
      ) : (
        <Enrolling
          application={application}
          onDone={(enrolled) =>
            void adoptStation(db, enrolled.stationId, clock.now()).then(() => {
              setAskingDock(true);
              enrolAs(enrolled);
            })
          }
        />
      )}
    </Speaking>
  );
}
