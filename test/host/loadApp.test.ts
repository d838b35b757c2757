import { runApp } from './runApp';

test('a main glob without a match is an error, not an empty app', async () => {
  await expect(runApp('noMatch')).rejects.toThrow('"main" (functions/*.js) matches no file');
});

test('entry files that register nothing are an error that names them', async () => {
  await expect(runApp('noFunctions')).rejects.toThrow('No function is registered by: functions/silent.js.');
});

test('an entry file that throws is named with its reason', async () => {
  await expect(runApp('throwing')).rejects.toThrow(
    'Entry file functions/broken.js could not be loaded: no such setting',
  );
});
