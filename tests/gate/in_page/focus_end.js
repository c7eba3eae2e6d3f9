// What the Tab key never reached.

const { stops, reached } = window.gate;
return stops.filter((e) => !reached.has(e)).map((e) => `${describe(e)}: the Tab key does not reach it`);
