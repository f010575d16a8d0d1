// The three use cases of the API document, as a frontend would write them.
import createClient from 'openapi-fetch';
import type { components, operations, paths } from './routiq';

type Patient = components['schemas']['PatientAgendaResponse'];
type Page =
  operations['listActivePatientsWithAppointments']['responses']['200']['content']['application/json'];
type SyncMode = NonNullable<NonNullable<operations['startSync']['parameters']['query']>['sync_mode']>;

const api = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl: 'http://localhost:8000' });

function authorized(token: string) {
  return { Authorization: `Bearer ${token}` };
}

export async function dashboard(token: string, organization_id: string): Promise<string> {
  const { data, error } = await api.GET('/api/v1/sync/dashboard/{organization_id}', {
    params: { path: { organization_id }, header: { 'x-organization-id': organization_id } },
    headers: authorized(token),
  });
  if (error) {
    throw new Error(`${error.code}: ${error.detail}`);
  }
  const running: string = data.current_sync?.current_step ?? 'nothing is running';
  return `${data.patient_stats.active_patients} active patients; ${running}`;
}

export async function startAndFollow(token: string, organization_id: string, sync_mode: SyncMode): Promise<number> {
  const header = { 'x-organization-id': organization_id };
  const headers = authorized(token);
  const started = await api.POST('/api/v1/sync/start/{organization_id}', {
    params: { path: { organization_id }, query: { sync_mode }, header },
    headers,
  });
  if (started.error) {
    throw new Error(started.error.error);
  }
  const sync_id: string = started.data.sync_id;
  for (;;) {
    const { data, error } = await api.GET('/api/v1/sync/status/{sync_id}', {
      params: { path: { sync_id }, header },
      headers,
    });
    if (error) {
      throw new Error(error.request_id);
    }
    if (data.status === 'completed' || data.status === 'failed' || data.status === 'cancelled') {
      return data.progress_percentage;
    }
  }
}

export async function activePatients(token: string, organization_id: string): Promise<Patient[]> {
  const found: Patient[] = [];
  let cursor: string | null = null;
  do {
    const page: { data?: Page; error?: components['schemas']['Problem'] } = await api.GET(
      '/api/v1/patients/{organization_id}/active/with-appointments',
      {
        params: {
          path: { organization_id },
          query: { limit: 200, ...(cursor ? { cursor } : {}) },
          header: { 'x-organization-id': organization_id },
        },
        headers: authorized(token),
      },
    );
    if (!page.data) {
      throw new Error(page.error?.detail ?? 'no answer');
    }
    found.push(...page.data.patients);
    cursor = page.data.next_cursor;
  } while (cursor);
  const soon: string | undefined = found[0]?.upcoming_appointments[0]?.date;
  console.log(soon ?? 'nobody is coming');
  return found;
}
