// The rest is inside, and unpacked since the first half is there.
const REST = "./__RPE_REST__";
const restSoon = () => bytes(REST);
