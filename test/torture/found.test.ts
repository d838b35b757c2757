import { wrongs, Weather } from './weather';

jest.setTimeout(120_000);

/** What torture found, each as the smallest weather that showed it. */
describe('found by torture', () => {
  let weather: Weather;
  beforeAll(async () => {
    weather = await Weather.begin({ seed: 5, subscriptions: 3, accounts: 3, workspaces: 2 });
  });
  afterAll(() => weather.end());

  const failing = (match: RegExp) =>
    weather.under((azure) => void Object.assign(azure.knobs, { fail5xx: { rate: 1, always: true, match } }));

  test.each([
    ['what an unread capability host or connection uses is still judged', /capabilityhosts|connections/i],
    ['principals stay while not every role assignment was read', /authorizationresources/i],
  ])('%s', async (_name, match) => {
    const stormy = await failing(match);
    expect(stormy.run.status).toBe('partial');
    expect(wrongs(weather.clear.run, stormy.run)).toEqual([]);
    const again = await weather.after(stormy);
    expect(again.run.status).toBe('complete');
    expect(wrongs(weather.clear.run, again.run)).toEqual([]);
  });
});
