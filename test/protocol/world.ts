/**
 * Stations, central and an unkind network between them. A schedule says what happens; afterwards
 * the world is left in peace until everybody rests, and has to have kept its promises.
 */
import type { Fact } from '../../shared/facts/fact.ts';
import { strike } from './attackers.ts';
import { readSealed } from './cheapSeal.ts';
import { casesIn, type Desk, factsOf } from './intentions.ts';
import { modelCentral } from './modelCentral.ts';
import { type ModelStation, modelStation, type Request, type Response } from './modelStation.ts';
import { officeCases } from './papers.ts';
import { brokenMeanwhile, brokenPromises } from './promises.ts';
import { type Attack, type Fate, type Happening, type Schedule, stationName } from './schedule.ts';
import type { Bug } from './seededBugs.ts';

type Message = { readonly station: ModelStation; readonly asked: number } & (
  | { readonly to: 'central'; readonly body: Request }
  | { readonly to: 'station'; readonly body: Response }
);
type Tell = (text: () => string) => void;

const mostRounds = 40;

/** Plays a schedule to its end. The promises it broke, in words; none when all is well. */
export function play(
  schedule: Schedule,
  bug: Bug | null,
  tell: Tell = () => {},
): readonly string[] {
  const central = modelCentral(bug);
  const canRollBack = schedule.happenings.some(
    (it) => 'database' in it && it.database === 'rolledBack',
  );
  const stations = Array.from({ length: schedule.stations }, (_, index) =>
    modelStation({ name: stationName(index), bug, canRollBack }),
  );
  const line: Message[] = [];
  const asked = new Map<ModelStation, number>();
  const meanwhile: string[] = [];
  const forged = new Set<Fact>();
  let names = 0;

  for (const happening of schedule.happenings) {
    happen(happening);
    if (central.broken.length + meanwhile.length > 0) return [...central.broken, ...meanwhile];
  }
  comeToRest();
  if (schedule.happenings.some(({ kind }) => kind === 'attack')) theDayAfter();
  return [...central.broken, ...meanwhile, ...brokenPromises({ stations, central, forged })];

  function happen(it: Happening): void {
    switch (it.kind) {
      case 'record':
      case 'journalOnly':
        return record(it);
      case 'round':
        return wholeRound(stationAt(it.station));
      case 'brokenRound': {
        const station = stationAt(it.station);
        wholeRound(station, it.breaths, it.fate);
        tell(() => `${station.name} crashes in the middle of it, its database ${it.database}`);
        return station.crash(it.database);
      }
      case 'step':
        for (let n = 0; n < it.times; n += 1) step(stationAt(it.station));
        return;
      case 'deliver':
        return deliver(taken(it.pick, true), it.fate);
      case 'drop':
        return dropped(taken(it.pick, true));
      case 'double': {
        const message = taken(it.pick, false);
        if (!message) return;
        tell(() => `the network doubles ${said(message)}`);
        line.push(message);
        return;
      }
      case 'giveUp':
        return giveUp(stationAt(it.station));
      case 'crash': {
        const station = stationAt(it.station);
        tell(() => `${station.name} crashes, its database ${it.database}`);
        return station.crash(it.database);
      }
      case 'attack':
        return attack(it.attack, stationAt(it.station), it.pick);
      case 'commit':
        if (central.open() > 0) tell(() => 'central commits what was open');
        return central.commit(it.pick);
      case 'backUp':
        tell(() => 'central is backed up');
        return central.backUp();
      case 'restore':
        central.restore();
        return tell(() => `central is restored from the back-up: ${central.epoch()}`);
    }
  }

  function record({
    kind,
    station: index,
    what,
    pick,
  }: Extract<Happening, { what: unknown }>): void {
    const station = stationAt(index);
    const recorded = factsOf(what, pick, deskOf(station));
    if (recorded.length === 0) return;
    station.record(recorded, kind === 'journalOnly');
    const where = kind === 'journalOnly' ? 'journals only' : 'saves';
    tell(() => `${station.name} ${where} ${recorded.map(named).join(', ')}`);
  }

  function deskOf(station: ModelStation): Desk {
    const facts = countedAt(station);
    const labels = stations.flatMap((other) =>
      other === station ? [] : other.journal.map((command) => command.fact),
    );
    return {
      station: station.name,
      facts,
      cases: casesIn(officeCases, facts),
      labels: labels.filter((fact) => fact.kind !== 'held' || fact.note === ''),
      fresh: () => {
        names += 1;
        return `${names}`;
      },
    };
  }

  function attack(what: Attack, victim: ModelStation, pick: number): void {
    const others = stations.filter((station) => station !== victim);
    const made = strike(what, pick, { victim, others, central, desk: deskOf(victim) });
    if (made.sent.length === 0) return;
    for (const fact of made.forged) forged.add(fact);
    const sent = made.sent.map(({ sequence, id }) => `#${sequence} ${id}`).join(', ');
    tell(
      () => `somebody at ${made.caller.stationId} means harm (${what} of ${victim.name}): ${sent}`,
    );
    central.push(made.caller, made.sent, 'arrives', () => {});
  }

  /** Everybody is struck once more, somebody waits no longer for what is missing, and work goes on. */
  function theDayAfter(): void {
    for (const station of stations) attack('numberFarAhead', station, 0);
    tell(() => 'the administrator steps over what is missing');
    central.stepOver();
    for (const [index] of stations.entries())
      record({ kind: 'record', station: index, what: 'arrive', pick: 0 });
    comeToRest();
  }

  function step(station: ModelStation): void {
    if (station.isAsking()) return;
    send(station, station.step());
  }

  function send(station: ModelStation, body: Request | null): void {
    if (!body) return;
    const number = (asked.get(station) ?? 0) + 1;
    asked.set(station, number);
    const message: Message = { station, asked: number, to: 'central', body };
    tell(() => `${station.name} sends ${said(message)}`);
    line.push(message);
  }

  function deliver(message: Message | null, fate: Fate): void {
    if (!message) return;
    const { station } = message;
    if (message.to === 'station') {
      const isCurrent = station.isAsking() && asked.get(station) === message.asked;
      const isTaken = isCurrent || (bug === 'answersByPosition' && station.isAsking());
      tell(() => `${station.name} ${isTaken ? 'hears' : 'no longer listens to'} ${said(message)}`);
      if (isTaken) send(station, station.step(message.body));
      if (isTaken && message.body.kind === 'push')
        meanwhile.push(...brokenMeanwhile(station, central));
      return;
    }
    const answer = (body: Response) => {
      line.push({ station, asked: message.asked, to: 'station', body });
    };
    tell(() => `central gets ${said(message)}${fate === 'arrives' ? '' : ` (${fate})`}`);
    if (message.body.kind === 'pull')
      answer({ kind: 'pull', body: central.pull(message.body.cursor) });
    else
      central.push(
        { stationId: station.name, isProved: true },
        message.body.commands.map(readSealed),
        fate,
        (body) => answer({ kind: 'push', body }),
      );
  }

  function giveUp(station: ModelStation): void {
    if (!station.isAsking()) return;
    tell(() => `${station.name} gives up waiting`);
    send(station, station.step(null));
  }

  /** A round with a kind network, from wherever the station stands. */
  function wholeRound(station: ModelStation, most = 1000, fate: Fate = 'arrives'): void {
    tell(() => `${station.name} synchronises`);
    if (station.isAsking()) send(station, station.step(null));
    const already = new Set(line);
    for (let breaths = 0; breaths < most; breaths += 1) {
      const own = line.findIndex((message) => message.station === station && !already.has(message));
      const message = own < 0 ? undefined : line.splice(own, 1)[0];
      if (message) deliver(message, fate);
      else if (station.isAsking()) return;
      else {
        send(station, station.step());
        if (!station.isAsking() && station.isBetweenRounds()) return;
      }
    }
  }

  function comeToRest(): void {
    tell(() => '— the network heals, nobody records any more —');
    line.length = 0;
    while (central.open() > 0) central.commit(0);
    line.length = 0;
    for (const station of stations) giveUp(station);
    line.length = 0;
    for (let round = 0; round < mostRounds; round += 1) {
      const seen = central.state().facts.size;
      for (const station of stations) wholeRound(station);
      const isQuiet = seen === central.state().facts.size && stations.every((s) => s.isAtRest());
      if (isQuiet && round > 0) break;
    }
  }

  function taken(pick: number, away: boolean): Message | null {
    if (line.length === 0) return null;
    const at = pick % line.length;
    return (away ? line.splice(at, 1)[0] : line[at]) ?? null;
  }

  function dropped(message: Message | null): void {
    if (message) tell(() => `the network drops ${said(message)}`);
  }

  function stationAt(index: number): ModelStation {
    const station = stations[index % stations.length];
    if (!station) throw new Error('a world without stations');
    return station;
  }
}

/** Facts that count at a station: all but those central refused. */
export function countedAt(station: ModelStation): readonly Fact[] {
  return [...station.database().facts.values()].flatMap((row) =>
    row.acceptance === 'refused' ? [] : [row.fact],
  );
}

function said(message: Message): string {
  const { kind } = message.body;
  if (message.to === 'station')
    return message.body.kind === 'push'
      ? `the answers ${message.body.body.results.map((r) => `${r.id} ${r.kind}${r.kind === 'deferred' ? ` (${r.missing.join(', ')})` : ''}`).join(', ') || 'none'}${message.body.body.expectedSequence === null ? '' : `, expected ${message.body.body.expectedSequence}`}`
      : `a page of ${message.body.body.changes.length}`;
  return message.body.kind === 'push'
    ? `its ${message.body.commands.map((c) => `#${c.sequence} ${c.fact.id}`).join(', ')}`
    : `a ${kind}`;
}

function named(fact: Fact): string {
  return `${fact.kind} ${fact.id}${fact.caseId === null ? '' : ` of ${fact.caseId}`}`;
}
