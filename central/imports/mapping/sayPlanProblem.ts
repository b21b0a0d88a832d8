import { assertNever } from '../../../shared/result.ts';
import type { PlanProblem } from '../../../shared/sync/importsApi.ts';

/** What a person has to say first, for the command line. */
export function sayPlanProblem(problem: PlanProblem): string {
  switch (problem.code) {
    case 'noColumn':
      return `There is no column “${problem.heading}”.`;
    case 'noField':
      return `There is no field “${problem.path}”; there is ${problem.fields.join(', ')}.`;
    case 'askDecimal':
      return `“${problem.heading}” (${problem.samples.join(', ')}) can be read both ways: say --decimal comma or point.`;
    case 'askDate':
      return `“${problem.heading}” (${problem.samples.join(', ')}) can be read both ways: say --dates dayFirst or monthFirst.`;
    case 'noId': {
      const made =
        problem.from.length > 0 ? `, or ${problem.from.join(' and ')} it could be made of` : '';
      return `No column holds the id${made}: say --map "HEADING=id".`;
    }
    default:
      return assertNever(problem);
  }
}
