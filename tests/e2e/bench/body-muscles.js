import { BodyChart, ViewSide } from "body-muscles";

const chart = new BodyChart(document.getElementById("app"), {
  view: ViewSide.BACK,
  bodyState: {},
  onMuscleClick: (id) => chart.update({ bodyState: { [id]: { intensity: 7, selected: true } } }),
});
window.isReady = performance.now();
