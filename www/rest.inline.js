// The rest is inside, and unpacked since the first half is there.
const restSoon = () => bytes("./__RPE_REST__");
const restNow = () => now("./__RPE_REST__");
