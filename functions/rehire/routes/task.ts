import { Hono } from 'hono';
import * as z from 'zod/mini';
import { policy } from '../../adapters/policy.ts';
import { decideOnRehire, readRehire, readRehireFile } from '../../adapters/rehires.ts';
import { finishTask } from '../../domain/rehire-start.ts';
import { changesSince, TaskKind } from '../../domain/rehire-tasks.ts';
import { type Env, givenOf, languageFor, problem, type Request } from '../../web/context.ts';
import { fieldsOf, oneOf } from '../../web/typed.ts';
import { type Opened, withLink } from '../../web/with-link.ts';
import { taskPage } from '../pages/task.tsx';
import { type TaskEnd, taskOverPage } from '../pages/task-over.tsx';
import { stintOfRehire } from '../steps/stint.ts';

/** The page on which the owner of a task says that it is done. */

export const taskRoutes = new Hono<Env>();

const Form = z.object({ done: oneOf('yes') });

type About = { number: number; kind: TaskKind };

taskRoutes.get('/task/:token', withLink('task', withTask(show)));

taskRoutes.post(
  '/task/:token',
  withLink(
    'task',
    withTask(async (request, about) => {
      const { done } = Form.parse(await fieldsOf(request));
      if (!done) return show(request, about);
      const given = givenOf(request);
      const outcome = await decideOnRehire(
        about.number,
        (rehire) => finishTask(rehire, about.kind, 'link', given),
        given,
      );
      if (outcome === 'already so') return show(request, about);
      return tell(request, about, outcome === 'done' ? 'done' : 'not needed');
    }),
  ),
);

/** Reads which task a link is about. */
function withTask(act: (request: Request, about: About) => Response | Promise<Response>) {
  return async (request: Request, { subject }: Opened): Promise<Response> => {
    const [number, kind] = subject.matter.split('-', 2);
    const known = TaskKind.safeParse(kind);
    return known.success ? act(request, { number: Number(number), kind: known.data }) : problem(request, 'not-found');
  };
}

/** Shows what is to be done, or that nothing is any more. */
async function show(request: Request, about: About): Promise<Response> {
  const { number, kind } = about;
  const rehire = await readRehire(number);
  const task = rehire?.tasks.find((each) => each.kind === kind);
  if (!rehire || !task) return problem(request, 'not-found');
  if (task.status === 'done') return tell(request, about, 'done before');
  const { file, words } = await readRehireFile(rehire);
  // Of who was erased there is nothing to prepare.
  if (task.status === 'closed' || !file.profile) return tell(request, about, 'not needed');
  const page = taskPage({
    language: languageFor(request),
    policy,
    rehire,
    task,
    name: file.profile.name,
    introduction: words.introduction,
    changes: changesSince(stintOfRehire(rehire, file.person)?.lastDay ?? rehire.openedOn, policy),
  });
  return request.html(page);
}

function tell(request: Request, about: About, end: TaskEnd): Response | Promise<Response> {
  const status = end === 'not needed' && request.req.method === 'POST' ? 410 : 200;
  return request.html(taskOverPage({ language: languageFor(request), policy, ...about, end }), status);
}
