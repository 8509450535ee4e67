// A CDS Hooks service on this machine: what the record sends is read, assessed and answered as cards. Node 18, no dependencies.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const SERVICE = 'neuroleptic-malignant-syndrome';
/** As much as `fromFhir` reads. */
const LONGEST = 5_000_000;

const observations = (category) => `Observation?patient={{context.patientId}}&category=${category}&_sort=-date&_count=200`;

/** What the service says of itself, and what it asks the record for. */
export const DISCOVERY = {
  services: [
    {
      hook: 'patient-view',
      id: SERVICE,
      title: 'NMS Advisor',
      description: 'Reference on neuroleptic malignant syndrome, from what the record holds. A draft that no clinician has reviewed.',
      prefetch: {
        patient: 'Patient/{{context.patientId}}',
        vitalSigns: observations('vital-signs'),
        laboratory: observations('laboratory'),
        given: 'MedicationAdministration?patient={{context.patientId}}&_count=200',
        reported: 'MedicationStatement?patient={{context.patientId}}&_count=200',
        ordered: 'MedicationRequest?patient={{context.patientId}}&_count=200',
        conditions: 'Condition?patient={{context.patientId}}&clinical-status=active',
      },
    },
  ],
};

/** One more card: how much of the record stands behind the others, and what does not. */
function account({ used, notUsed, observations: all, notMapped }) {
  const offered = used.filter((row) => !row.ticked);
  const line = (row, why) => `- ${row.finding ?? 'unclear'}${row.sent ? ` (${row.sent})` : ''}: ${why}`;
  const reasons = (row) => (row.why ?? []).map((one) => one.message).join(' ');
  const lines = [
    `${used.length - offered.length} answers were taken. ${all} observations were sent; ${notMapped} are about something else.`,
    ...(offered.length ? ['', 'Left to you:', ...offered.map((row) => line(row, reasons(row)))] : []),
    ...(notUsed.length ? ['', 'Not used:', ...notUsed.map((row) => line(row, row.message))] : []),
  ];
  return {
    uuid: '0c9e7d0a-4f0e-4c7e-9a51-6e0f2d3b7a10',
    summary: `What of the record is behind this: ${used.length - offered.length} taken, ${offered.length} left to you, ${notUsed.length} not used`,
    detail: lines.join('\n'),
    indicator: 'info',
    source: { label: 'NMS Advisor' },
  };
}

/** The answer to one call. `advisor` is the package. */
export async function answer(advisor, request, now = new Date()) {
  const patient = request?.context?.patientId;
  if (typeof patient !== 'string' || !request.prefetch) return [412, { error: 'Send `context.patientId` and the prefetch.' }];
  const read = await advisor.fromFhir(request.prefetch, { now: now.toISOString(), patient });
  const { cards } = advisor.toCdsHooksCards(advisor.assess(read.findings));
  return [200, { cards: [...cards, account(read)] }];
}

async function body(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > LONGEST) throw Object.assign(new Error('The request is longer than 5 MB.'), { status: 413 });
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw Object.assign(new Error('The request is no JSON.'), { status: 400 });
  }
}

/** The service, not yet listening. */
export function service(advisor) {
  const route = async (request) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (request.method === 'GET' && pathname === '/cds-services') return [200, DISCOVERY];
    if (request.method === 'POST' && pathname === `/cds-services/${SERVICE}`) return answer(advisor, await body(request));
    return [404, { error: 'There is no such service.' }];
  };
  return createServer((request, response) => {
    const send = ([status, json]) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(json));
    };
    route(request).then(send, (error) => {
      // what cannot be read is said to the caller; anything else stays here, as it may hold data of the patient
      const status = error.status ?? (error.code === 'input' ? 400 : 500);
      send([status, { error: status === 500 ? 'The service failed.' : error.message }]);
    });
  });
}

/** Loads the package: the installed one, or the module that `NMS_ADVISOR` names. */
export async function load() {
  const { default: init, ...advisor } = await import(process.env.NMS_ADVISOR ?? 'nms-advisor');
  await init();
  return advisor;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const server = service(await load());
  // the loopback alone: whoever opens it to a network has to authenticate the caller first
  server.listen(Number(process.env.PORT ?? 8077), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${server.address().port}/cds-services`);
  });
}
