// Makes briefgen/data/corpus/world.json: each country's outline and middle on an Equal Earth map.
// Shapes: Natural Earth (public domain) as the npm package world-atlas brings them; projection:
// d3-geo. Run once, when the shapes change:
//
//   npm install --no-save world-atlas@2.0.2 d3-geo@3.1.1 topojson-client@3.1.0
//   node tools/world_map.mjs > briefgen/data/corpus/world.json
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "package.json"));
const { geoArea, geoEqualEarth, geoPath } = await import(require.resolve("d3-geo"));
const { feature } = require("topojson-client");

const WIDTH = 960; // units of the drawing
const HEIGHT = 467;
const NUMERIC_OF_UNNUMBERED = { Kosovo: "XKX", "N. Cyprus": "CYP", Somaliland: "SOM" };

const atlas = (scale) =>
  JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}.json`), "utf8"));
const coarse = atlas("110m");
const fine = atlas("50m");
const projection = geoEqualEarth().fitSize([WIDTH, HEIGHT], { type: "Sphere" });
const outline = geoPath(projection).digits(1);

function middle(shape) {
  // Of its largest part: the middle of all of France lies in the sea.
  const parts =
    shape.geometry.type === "MultiPolygon"
      ? shape.geometry.coordinates.map((c) => ({ type: "Polygon", coordinates: c }))
      : [shape.geometry];
  const largest = parts.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a));
  return outline.centroid(largest).map((x) => Math.round(x * 10) / 10);
}

const code = (shape) => shape.id ?? NUMERIC_OF_UNNUMBERED[shape.properties.name];
const shapes = {};
for (const shape of feature(coarse, coarse.objects.countries).features) {
  if (code(shape) && shape.id !== "010") {
    const known = shapes[code(shape)];
    shapes[code(shape)] = (known ?? "") + outline(shape);
  }
}
const middles = {};
for (const shape of feature(fine, fine.objects.countries).features) {
  if (code(shape) && !(code(shape) in middles)) middles[code(shape)] = middle(shape);
}
const sorted = (table) => Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
console.log(
  JSON.stringify({
    source: "Natural Earth 110m and 50m, public domain, from the npm package world-atlas 2.0.2",
    width: WIDTH,
    height: HEIGHT,
    frame: outline({ type: "Sphere" }),
    shapes: sorted(shapes),
    middles: sorted(middles),
  }),
);
