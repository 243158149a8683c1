// The kernel of ../script-kernel.ts for WebAssembly, written in AssemblyScript. Both give the same bits: every sum is made in the same order,
// of the same terms, with the same roundings. Whoever changes one changes the other; test/layout/kernels.test.ts compares them.

const LEAF: i32 = 12;
const APART: f64 = 1.0 / (0.9 * 0.9);
const CROWD: i32 = 4096;
const LEAP: f64 = 0.5;
const BUDGET: i32 = 512;
const EXTENT: f64 = 1e6;
const RESERVE: i32 = 64;
const STACK: i32 = 4096;

let count: i32 = 0;
let springs: i32 = 0;
let iterations: i32 = 0;
let kept: f64 = 0;
let capacity: i32 = 0;
let cells: i32 = 0;
let negative: bool = false;
let positive: bool = false;
let roomy: bool = false;
let budget: i32 = 0;

// Bodies: 4 numbers of state, then what acts on them. One number is 8 bytes
let state: usize = 0;
let ends: usize = 0;
let strengths: usize = 0;
let shares: usize = 0;
let lengths: usize = 0;
let charges: usize = 0;
let rooms: usize = 0;
let pulls: usize = 0;
let fixed: usize = 0;
// By place on the curve
let keys: usize = 0;
let spareKeys: usize = 0;
let order: usize = 0;
let spareOrder: usize = 0;
let digits: usize = 0;
let sx: usize = 0;
let sy: usize = 0;
let sq: usize = 0;
let fx: usize = 0;
let fy: usize = 0;
let px: usize = 0;
let py: usize = 0;
let room: usize = 0;
let pushX: usize = 0;
let pushY: usize = 0;
let stands: usize = 0;
// By cell: from, to, next, leaf as four 32-bit integers; 8 moments; 8 coefficients of the field; 5 numbers of the box
let tree: usize = 0;
let moments: usize = 0;
let field: usize = 0;
let boxes: usize = 0;
let stack: usize = 0;

let free: usize = 0;

function take(bytes: usize): usize {
  const at = free;
  free += (bytes + 31) & ~15;
  return at;
}

/** Makes room for so many bodies and springs; then the host writes them where `place` says. */
export function setup(bodies: i32, links: i32, rounds: i32, keep: f64): void {
  count = bodies;
  springs = links;
  iterations = rounds;
  kept = keep;
  capacity = (bodies >> 1) + 1024;
  free = (__heap_base + 15) & ~15;
  const n = usize(bodies) << 3;
  const m = usize(links) << 3;
  state = take(n << 2);
  ends = take(m);
  strengths = take(m);
  shares = take(m);
  lengths = take(m);
  charges = take(n);
  rooms = take(n);
  pulls = take(n << 1);
  fixed = take(usize(bodies));
  keys = take(n >> 1);
  spareKeys = take(n >> 1);
  order = take(n >> 1);
  spareOrder = take(n >> 1);
  digits = take(3 * 2048 * 4);
  sx = take(n);
  sy = take(n);
  sq = take(n);
  fx = take(n);
  fy = take(n);
  px = take(n);
  py = take(n);
  room = take(n);
  pushX = take(n);
  pushY = take(n);
  stands = take(usize(bodies));
  const c = usize(capacity + RESERVE) << 3;
  tree = take(c << 1);
  moments = take(c << 3);
  field = take(c << 3);
  boxes = take(c * 5);
  stack = take(STACK * 4);
  const pages = i32((free + 0xffff) >> 16) - memory.size();
  if (pages > 0) memory.grow(pages);
}

/** Address of an array: 0 state, 1 ends, 2 strengths, 3 shares, 4 lengths, 5 charges, 6 rooms, 7 pulls, 8 fixed. */
export function place(array: i32): usize {
  if (array == 0) return state;
  if (array == 1) return ends;
  if (array == 2) return strengths;
  if (array == 3) return shares;
  if (array == 4) return lengths;
  if (array == 5) return charges;
  if (array == 6) return rooms;
  if (array == 7) return pulls;
  return fixed;
}

/** To be called once after the arrays have been written. */
export function ready(): void {
  for (let i: usize = 0, end = usize(count) << 3; i < end; i += 8) {
    if (load<f64>(charges + i) < 0) negative = true;
    if (load<f64>(charges + i) > 0) positive = true;
    if (load<f64>(rooms + i) > 0) roomy = true;
  }
}

function spread(value: u32): u32 {
  let bits = (value | (value << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

function bump(digit: u32): void {
  const at = digits + (usize(digit) << 2);
  store<u32>(at, load<u32>(at) + 1);
}

function nameBodies(): void {
  let left = f64.POSITIVE_INFINITY;
  let top = f64.POSITIVE_INFINITY;
  let right = f64.NEGATIVE_INFINITY;
  let bottom = f64.NEGATIVE_INFINITY;
  const end = state + (usize(count) << 5);
  for (let at = state; at < end; at += 32) {
    const x = load<f64>(at);
    const y = load<f64>(at, 8);
    left = min(left, x);
    right = max(right, x);
    top = min(top, y);
    bottom = max(bottom, y);
  }
  const span = right - left > bottom - top ? right - left : bottom - top;
  const scale = 65535.0 / (span > 0 ? span : 1);
  memory.fill(digits, 0, 3 * 2048 * 4);
  for (let i = 0; i < count; i++) {
    const at = state + (usize(i) << 5);
    const x = (load<f64>(at) - left) * scale;
    const y = (load<f64>(at, 8) - top) * scale;
    const key = spread(u32(x)) | (spread(u32(y)) << 1);
    store<u32>(keys + (usize(i) << 2), key);
    store<u32>(order + (usize(i) << 2), i);
    bump(key & 2047);
    bump(2048 + ((key >> 11) & 2047));
    bump(4096 + (key >> 22));
  }
}

function sortBodies(): void {
  for (let pass = 0; pass < 3; pass++) {
    const base = digits + usize(pass) * 8192;
    let sum: u32 = 0;
    for (let digit: usize = 0; digit < 8192; digit += 4) {
      const many = load<u32>(base + digit);
      store<u32>(base + digit, sum);
      sum += many;
    }
    const shift = u32(11 * pass);
    for (let i: usize = 0, end = usize(count) << 2; i < end; i += 4) {
      const key = load<u32>(keys + i);
      const digit = base + (usize((key >> shift) & 2047) << 2);
      const at = usize(load<u32>(digit)) << 2;
      store<u32>(digit, load<u32>(digit) + 1);
      store<u32>(spareKeys + at, key);
      store<u32>(spareOrder + at, load<u32>(order + i));
    }
    const k = keys;
    const o = order;
    keys = spareKeys;
    order = spareOrder;
    spareKeys = k;
    spareOrder = o;
  }
}

function keyAt(i: i32): u32 {
  return load<u32>(keys + (usize(i) << 2));
}

function divide(from: i32, to: i32, start: i32): void {
  let bit = start;
  while (bit >= 0 && to - from > LEAF && keyAt(from) >> bit == keyAt(to - 1) >> bit) bit -= 2;
  const cell = cells++;
  const at = tree + (usize(cell) << 4);
  store<i32>(at, from);
  store<i32>(at, to, 4);
  const isLeaf = to - from <= LEAF || bit < 0 || cell >= capacity;
  store<i32>(at, isLeaf ? 1 : 0, 12);
  if (!isLeaf) {
    const first = (keyAt(from) >> bit) & ~3;
    let begin = from;
    for (let quarter: u32 = 1; quarter <= 4; quarter++) {
      let end = to;
      if (quarter < 4) {
        let low = begin;
        while (low < end) {
          const middle = (low + end) >> 1;
          if (keyAt(middle) >> bit < first + quarter) low = middle + 1;
          else end = middle;
        }
      }
      if (end > begin) divide(begin, end, bit - 2);
      begin = end;
    }
  }
  store<i32>(at, cells, 8);
}

function fromOf(cell: i32): i32 {
  return load<i32>(tree + (usize(cell) << 4));
}
function toOf(cell: i32): i32 {
  return load<i32>(tree + (usize(cell) << 4), 4);
}
function nextOf(cell: i32): i32 {
  return load<i32>(tree + (usize(cell) << 4), 8);
}
function isLeafCell(cell: i32): bool {
  return load<i32>(tree + (usize(cell) << 4), 12) != 0;
}

function rebuild(): void {
  nameBodies();
  sortBodies();
  for (let i: usize = 0, end = usize(count) << 2; i < end; i += 4) {
    const at = state + (usize(load<u32>(order + i)) << 5);
    store<f64>(sx + (i << 1), load<f64>(at));
    store<f64>(sy + (i << 1), load<f64>(at, 8));
  }
  cells = 0;
  divide(0, count, 30);
}

function put(at: usize, cx: f64, cy: f64, r: f64, m0: f64, m2x: f64, m2y: f64, m3x: f64, m3y: f64): void {
  store<f64>(at, cx);
  store<f64>(at, cy, 8);
  store<f64>(at, r, 16);
  store<f64>(at, m0, 24);
  store<f64>(at, m2x, 32);
  store<f64>(at, m2y, 40);
  store<f64>(at, m3x, 48);
  store<f64>(at, m3y, 56);
}

function gather(cell: i32): void {
  const first = usize(fromOf(cell)) << 3;
  const end = usize(toOf(cell)) << 3;
  let sum: f64 = 0;
  let sumX: f64 = 0;
  let sumY: f64 = 0;
  let allX: f64 = 0;
  let allY: f64 = 0;
  for (let i = first; i < end; i += 8) {
    const x = load<f64>(sx + i);
    const y = load<f64>(sy + i);
    const q = load<f64>(sq + i);
    sum += q;
    sumX += q * x;
    sumY += q * y;
    allX += x;
    allY += y;
  }
  const many = f64((end - first) >> 3);
  const cx = sum == 0 ? allX / many : sumX / sum;
  const cy = sum == 0 ? allY / many : sumY / sum;
  let far: f64 = 0;
  let m2x: f64 = 0;
  let m2y: f64 = 0;
  let m3x: f64 = 0;
  let m3y: f64 = 0;
  for (let i = first; i < end; i += 8) {
    const dx = load<f64>(sx + i) - cx;
    const dy = load<f64>(sy + i) - cy;
    const q = load<f64>(sq + i);
    const xx = dx * dx;
    const yy = dy * dy;
    if (xx + yy > far) far = xx + yy;
    const ax = xx - yy;
    const ay = 2.0 * dx * dy;
    m2x += q * ax;
    m2y += q * ay;
    m3x += q * (ax * dx - ay * dy);
    m3y += q * (ax * dy + ay * dx);
  }
  put(moments + (usize(cell) << 6), cx, cy, sqrt(far), sum, m2x, m2y, m3x, m3y);
}

function sumUp(cell: i32): void {
  const end = nextOf(cell);
  let sum: f64 = 0;
  let sumX: f64 = 0;
  let sumY: f64 = 0;
  let allX: f64 = 0;
  let allY: f64 = 0;
  let children: f64 = 0;
  for (let child = cell + 1; child < end; child = nextOf(child)) {
    const m = moments + (usize(child) << 6);
    const x = load<f64>(m);
    const y = load<f64>(m, 8);
    const q = load<f64>(m, 24);
    sum += q;
    sumX += q * x;
    sumY += q * y;
    allX += x;
    allY += y;
    children++;
  }
  const cx = sum == 0 ? allX / children : sumX / sum;
  const cy = sum == 0 ? allY / children : sumY / sum;
  let far: f64 = 0;
  let m2x: f64 = 0;
  let m2y: f64 = 0;
  let m3x: f64 = 0;
  let m3y: f64 = 0;
  for (let child = cell + 1; child < end; child = nextOf(child)) {
    const m = moments + (usize(child) << 6);
    const dx = load<f64>(m) - cx;
    const dy = load<f64>(m, 8) - cy;
    const q = load<f64>(m, 24);
    const ax = load<f64>(m, 32);
    const ay = load<f64>(m, 40);
    const reach = sqrt(dx * dx + dy * dy) + load<f64>(m, 16);
    if (reach > far) far = reach;
    const bx = dx * dx - dy * dy;
    const by = 2.0 * dx * dy;
    m2x += ax + q * bx;
    m2y += ay + q * by;
    m3x += load<f64>(m, 48) + 3.0 * (dx * ax - dy * ay) + q * (bx * dx - by * dy);
    m3y += load<f64>(m, 56) + 3.0 * (dx * ay + dy * ax) + q * (bx * dy + by * dx);
  }
  put(moments + (usize(cell) << 6), cx, cy, far, sum, m2x, m2y, m3x, m3y);
}

function add(at: usize, value: f64): void {
  store<f64>(at, load<f64>(at) + value);
}

function receive(to: usize, m: usize, sign: f64, ux: f64, uy: f64, u2x: f64, u2y: f64, u3x: f64, u3y: f64, u4x: f64, u4y: f64): void {
  const m0 = load<f64>(m, 24);
  const m2x = load<f64>(m, 32);
  const m2y = load<f64>(m, 40);
  const m3x = load<f64>(m, 48);
  const m3y = load<f64>(m, 56);
  add(to, sign * (m0 * ux + (m2x * u3x - m2y * u3y)) + (m3x * u4x - m3y * u4y));
  add(to + 8, sign * (m0 * uy + (m2x * u3y + m2y * u3x)) + (m3x * u4y + m3y * u4x));
  add(to + 16, -(m0 * u2x + 3.0 * (m2x * u4x - m2y * u4y)));
  add(to + 24, -(m0 * u2y + 3.0 * (m2x * u4y + m2y * u4x)));
  add(to + 32, sign * (m0 * u3x));
  add(to + 40, sign * (m0 * u3y));
  add(to + 48, -(m0 * u4x));
  add(to + 56, -(m0 * u4y));
}

function across(a: i32, b: i32, wx: f64, wy: f64, inverse: f64): void {
  const ux = wx * inverse;
  const uy = -wy * inverse;
  const u2x = ux * ux - uy * uy;
  const u2y = 2.0 * ux * uy;
  const u3x = u2x * ux - u2y * uy;
  const u3y = u2x * uy + u2y * ux;
  const u4x = u2x * u2x - u2y * u2y;
  const u4y = 2.0 * u2x * u2y;
  receive(field + (usize(b) << 6), moments + (usize(a) << 6), 1, ux, uy, u2x, u2y, u3x, u3y, u4x, u4y);
  receive(field + (usize(a) << 6), moments + (usize(b) << 6), -1, ux, uy, u2x, u2y, u3x, u3y, u4x, u4y);
}

/** 1 / the squared distance, or less: nearer than 1 the force does not grow. */
function fall(squared: f64): f64 {
  let l = squared;
  if (l < 1) l = l > 0 ? sqrt(l) : 1;
  return 1.0 / l;
}

/** Two bodies at a time; the last one alone. */
function push(i: i32, start: i32, last: i32): void {
  const at = usize(i) << 3;
  const x = load<f64>(sx + at);
  const y = load<f64>(sy + at);
  const q = load<f64>(sq + at);
  const xx = f64x2.splat(x);
  const yy = f64x2.splat(y);
  const qq = f64x2.splat(q);
  const one = f64x2.splat(1);
  let ax = f64x2.splat(0);
  let ay = f64x2.splat(0);
  let j = usize(start) << 3;
  const end = usize(last) << 3;
  for (; j + 8 < end; j += 16) {
    const dx = f64x2.sub(v128.load(sx + j), xx);
    const dy = f64x2.sub(v128.load(sy + j), yy);
    let l = f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy));
    const near = f64x2.lt(l, one);
    if (v128.any_true(near)) {
      const soft = v128.bitselect(f64x2.sqrt(l), one, f64x2.gt(l, f64x2.splat(0)));
      l = v128.bitselect(soft, l, near);
    }
    const w = f64x2.div(one, l);
    const ux = f64x2.mul(dx, w);
    const uy = f64x2.mul(dy, w);
    const qj = v128.load(sq + j);
    ax = f64x2.add(ax, f64x2.mul(ux, qj));
    ay = f64x2.add(ay, f64x2.mul(uy, qj));
    v128.store(fx + j, f64x2.sub(v128.load(fx + j), f64x2.mul(ux, qq)));
    v128.store(fy + j, f64x2.sub(v128.load(fy + j), f64x2.mul(uy, qq)));
  }
  let sumX = f64x2.extract_lane(ax, 0) + f64x2.extract_lane(ax, 1);
  let sumY = f64x2.extract_lane(ay, 0) + f64x2.extract_lane(ay, 1);
  if (j < end) {
    const dx = load<f64>(sx + j) - x;
    const dy = load<f64>(sy + j) - y;
    const w = fall(dx * dx + dy * dy);
    const qj = load<f64>(sq + j);
    sumX += dx * w * qj;
    sumY += dy * w * qj;
    store<f64>(fx + j, load<f64>(fx + j) - dx * w * q);
    store<f64>(fy + j, load<f64>(fy + j) - dy * w * q);
  }
  store<f64>(fx + at, load<f64>(fx + at) + sumX);
  store<f64>(fy + at, load<f64>(fy + at) + sumY);
}

/** The same for every step-th body, which stands for so many; sums of even and of odd steps, as two at a time make them. */
function pushSome(i: i32, start: i32, last: i32, step: i32): void {
  const at = usize(i) << 3;
  const x = load<f64>(sx + at);
  const y = load<f64>(sy + at);
  const q = load<f64>(sq + at) * f64(step);
  let ax: f64 = 0;
  let ay: f64 = 0;
  let bx: f64 = 0;
  let by: f64 = 0;
  let odd = false;
  const pairs = (last - start + step - 1) / step;
  for (let k = 0; k < pairs; k++) {
    const j = usize(start + k * step) << 3;
    const dx = load<f64>(sx + j) - x;
    const dy = load<f64>(sy + j) - y;
    const w = fall(dx * dx + dy * dy);
    const qj = load<f64>(sq + j);
    if (k == pairs - 1 && !odd) {
      ax += bx;
      ay += by;
      bx = 0;
      by = 0;
    }
    if (odd) {
      bx += dx * w * qj;
      by += dy * w * qj;
    } else {
      ax += dx * w * qj;
      ay += dy * w * qj;
    }
    odd = !odd;
    store<f64>(fx + j, load<f64>(fx + j) - dx * w * q);
    store<f64>(fy + j, load<f64>(fy + j) - dy * w * q);
  }
  store<f64>(fx + at, load<f64>(fx + at) + (ax + bx) * f64(step));
  store<f64>(fy + at, load<f64>(fy + at) + (ay + by) * f64(step));
}

/** Every how manieth of so many pairs is looked at. */
function stepFor(a: i32, b: i32): i32 {
  const pairs = f64(a) * f64(b);
  return pairs > f64(CROWD) ? i32(ceil(pairs / f64(CROWD))) : 1;
}

function between(a: i32, b: i32): void {
  const first = fromOf(a);
  const end = toOf(a);
  const start = fromOf(b);
  const last = toOf(b);
  const step = stepFor(end - first, last - start);
  if (step == 1) for (let i = first; i < end; i++) push(i, start, last);
  else for (let i = first; i < end; i++) pushSome(i, start + (i % step), last, step);
}

function within(a: i32): void {
  const first = fromOf(a);
  const end = toOf(a);
  const step = stepFor(end - first, end - first);
  if (step == 1) for (let i = first; i < end; i++) push(i, i + 1, end);
  else for (let i = first; i < end; i++) pushSome(i, i + 1, end, step);
}

function pair(): void {
  let top = stack + 8;
  store<i32>(stack, 0);
  store<i32>(stack, 0, 4);
  while (top > stack) {
    top -= 8;
    const a = load<i32>(top);
    const b = load<i32>(top, 4);
    if (a == b) {
      if (isLeafCell(a)) within(a);
      else {
        const end = nextOf(a);
        for (let i = a + 1; i < end; i = nextOf(i)) {
          for (let j = i; j < end; j = nextOf(j)) {
            store<i32>(top, i);
            store<i32>(top, j, 4);
            top += 8;
          }
        }
      }
      continue;
    }
    const ma = moments + (usize(a) << 6);
    const mb = moments + (usize(b) << 6);
    const dx = load<f64>(mb) - load<f64>(ma);
    const dy = load<f64>(mb, 8) - load<f64>(ma, 8);
    const ra = load<f64>(ma, 16);
    const rb = load<f64>(mb, 16);
    const squared = dx * dx + dy * dy;
    if ((ra + rb) * (ra + rb) * APART < squared) across(a, b, dx, dy, 1.0 / squared);
    else if (isLeafCell(a) && isLeafCell(b)) between(a, b);
    else if (isLeafCell(b) || (!isLeafCell(a) && ra >= rb)) {
      const end = nextOf(a);
      for (let i = a + 1; i < end; i = nextOf(i)) {
        store<i32>(top, i);
        store<i32>(top, b, 4);
        top += 8;
      }
    } else {
      const end = nextOf(b);
      for (let i = b + 1; i < end; i = nextOf(i)) {
        store<i32>(top, a);
        store<i32>(top, i, 4);
        top += 8;
      }
    }
  }
}

function handDown(cell: i32): void {
  const m = moments + (usize(cell) << 6);
  const l = field + (usize(cell) << 6);
  const l0x = load<f64>(l);
  const l0y = load<f64>(l, 8);
  const l1x = load<f64>(l, 16);
  const l1y = load<f64>(l, 24);
  const l2x = load<f64>(l, 32);
  const l2y = load<f64>(l, 40);
  const l3x = load<f64>(l, 48);
  const l3y = load<f64>(l, 56);
  const end = nextOf(cell);
  for (let child = cell + 1; child < end; child = nextOf(child)) {
    const c = moments + (usize(child) << 6);
    const p = field + (usize(child) << 6);
    const hx = load<f64>(c) - load<f64>(m);
    const hy = load<f64>(c, 8) - load<f64>(m, 8);
    const h2x = hx * hx - hy * hy;
    const h2y = 2.0 * hx * hy;
    const h3x = h2x * hx - h2y * hy;
    const h3y = h2x * hy + h2y * hx;
    add(p, l0x + (l1x * hx - l1y * hy) + (l2x * h2x - l2y * h2y) + (l3x * h3x - l3y * h3y));
    add(p + 8, l0y + (l1x * hy + l1y * hx) + (l2x * h2y + l2y * h2x) + (l3x * h3y + l3y * h3x));
    add(p + 16, l1x + 2.0 * (l2x * hx - l2y * hy) + 3.0 * (l3x * h2x - l3y * h2y));
    add(p + 24, l1y + 2.0 * (l2x * hy + l2y * hx) + 3.0 * (l3x * h2y + l3y * h2x));
    add(p + 32, l2x + 3.0 * (l3x * hx - l3y * hy));
    add(p + 40, l2y + 3.0 * (l3x * hy + l3y * hx));
    add(p + 48, l3x);
    add(p + 56, l3y);
  }
}

function apply(cell: i32): void {
  const m = moments + (usize(cell) << 6);
  const l = field + (usize(cell) << 6);
  const cx = load<f64>(m);
  const cy = load<f64>(m, 8);
  const l0x = load<f64>(l);
  const l0y = load<f64>(l, 8);
  const l1x = load<f64>(l, 16);
  const l1y = load<f64>(l, 24);
  const l2x = load<f64>(l, 32);
  const l2y = load<f64>(l, 40);
  const l3x = load<f64>(l, 48);
  const l3y = load<f64>(l, 56);
  const end = usize(toOf(cell)) << 3;
  for (let i = usize(fromOf(cell)) << 3; i < end; i += 8) {
    const hx = load<f64>(sx + i) - cx;
    const hy = load<f64>(sy + i) - cy;
    const ax = l3x * hx - l3y * hy + l2x;
    const ay = l3x * hy + l3y * hx + l2y;
    const bx = ax * hx - ay * hy + l1x;
    const by = ax * hy + ay * hx + l1y;
    store<f64>(fx + i, load<f64>(fx + i) - (bx * hx - by * hy + l0x));
    store<f64>(fy + i, load<f64>(fy + i) + (bx * hy + by * hx + l0y));
  }
}

/** Forces of the charges of one sign. */
function charge(sign: f64): void {
  for (let i: usize = 0, end = usize(count) << 2; i < end; i += 4) {
    const q = load<f64>(charges + (usize(load<u32>(order + i)) << 3));
    store<f64>(sq + (i << 1), q * sign > 0 ? q : 0);
  }
  for (let cell = cells - 1; cell >= 0; cell--) {
    if (isLeafCell(cell)) gather(cell);
    else sumUp(cell);
  }
  memory.fill(field, 0, usize(cells) << 6);
  pair();
  for (let cell = 0; cell < cells; cell++) {
    if (isLeafCell(cell)) apply(cell);
    else handDown(cell);
  }
}

function pullSprings(alpha: f64): void {
  for (let spring: usize = 0, end = usize(springs) << 3; spring < end; spring += 8) {
    const a = state + (usize(load<u32>(ends + spring)) << 5);
    const b = state + (usize(load<u32>(ends + spring, 4)) << 5);
    const ax = load<f64>(a, 16);
    const ay = load<f64>(a, 24);
    const bx = load<f64>(b, 16);
    const by = load<f64>(b, 24);
    let dx = load<f64>(b) + bx - (load<f64>(a) + ax);
    let dy = load<f64>(b, 8) + by - (load<f64>(a, 8) + ay);
    if (dx == 0) dx = 1e-6;
    if (dy == 0) dy = 1e-6;
    const length = sqrt(dx * dx + dy * dy);
    const pull = ((length - load<f64>(lengths + spring)) / length) * alpha * load<f64>(strengths + spring);
    dx *= pull;
    dy *= pull;
    const share = load<f64>(shares + spring);
    store<f64>(b, bx - dx * share, 16);
    store<f64>(b, by - dy * share, 24);
    store<f64>(a, ax + dx * (1.0 - share), 16);
    store<f64>(a, ay + dy * (1.0 - share), 24);
  }
}

function pullBodies(alpha: f64): void {
  for (let i: usize = 0, end = usize(count) << 4; i < end; i += 16) {
    const at = state + (i << 1);
    store<f64>(at, load<f64>(at, 16) - load<f64>(at) * load<f64>(pulls + i) * alpha, 16);
    store<f64>(at, load<f64>(at, 24) - load<f64>(at, 8) * load<f64>(pulls + i, 8) * alpha, 24);
  }
}

function pushBodies(alpha: f64): void {
  for (let i: usize = 0, end = usize(count) << 2; i < end; i += 4) {
    const at = state + (usize(load<u32>(order + i)) << 5);
    store<f64>(at, load<f64>(at, 16) + load<f64>(fx + (i << 1)) * alpha, 16);
    store<f64>(at, load<f64>(at, 24) + load<f64>(fy + (i << 1)) * alpha, 24);
  }
}

function box(cell: i32): void {
  let left = f64.POSITIVE_INFINITY;
  let top = f64.POSITIVE_INFINITY;
  let right = f64.NEGATIVE_INFINITY;
  let bottom = f64.NEGATIVE_INFINITY;
  let widest: f64 = 0;
  if (isLeafCell(cell)) {
    const end = usize(toOf(cell)) << 3;
    for (let i = usize(fromOf(cell)) << 3; i < end; i += 8) {
      const own = load<f64>(room + i);
      if (own == 0) continue;
      const x = load<f64>(px + i);
      const y = load<f64>(py + i);
      left = min(left, x);
      right = max(right, x);
      top = min(top, y);
      bottom = max(bottom, y);
      widest = max(widest, own);
    }
  } else {
    const end = nextOf(cell);
    for (let child = cell + 1; child < end; child = nextOf(child)) {
      const o = boxes + usize(child) * 40;
      left = min(left, load<f64>(o));
      top = min(top, load<f64>(o, 8));
      right = max(right, load<f64>(o, 16));
      bottom = max(bottom, load<f64>(o, 24));
      widest = max(widest, load<f64>(o, 32));
    }
  }
  const o = boxes + usize(cell) * 40;
  store<f64>(o, left);
  store<f64>(o, top, 8);
  store<f64>(o, right, 16);
  store<f64>(o, bottom, 24);
  store<f64>(o, widest, 32);
}

function around(a: i32, hardness: f64): void {
  const own = boxes + usize(a) * 40;
  const widest = load<f64>(own, 32);
  if (widest == 0) return;
  const left = load<f64>(own) - widest;
  const top = load<f64>(own, 8) - widest;
  const right = load<f64>(own, 16) + widest;
  const bottom = load<f64>(own, 24) + widest;
  const many = toOf(a) - fromOf(a);
  let pairs = 0;
  for (let cell = 0; cell < cells && (pairs < BUDGET || pairs < budget);) {
    const o = boxes + usize(cell) * 40;
    const reach = load<f64>(o, 32);
    const end = nextOf(cell);
    if (
      end <= a ||
      reach == 0 ||
      load<f64>(o) - reach > right ||
      load<f64>(o, 16) + reach < left ||
      load<f64>(o, 8) - reach > bottom ||
      load<f64>(o, 24) + reach < top
    ) {
      cell = end;
    } else {
      if (cell >= a && isLeafCell(cell)) {
        collide(a, cell, hardness);
        pairs += many * (toOf(cell) - fromOf(cell));
      }
      cell++;
    }
  }
  budget -= pairs;
}

function collide(a: i32, b: i32, hardness: f64): void {
  const first = fromOf(a);
  const end = toOf(a);
  const start = fromOf(b);
  const last = usize(toOf(b)) << 3;
  const step = usize(stepFor(end - first, toOf(b) - start)) << 3;
  for (let k = first; k < end; k++) {
    const i = usize(k) << 3;
    const own = load<f64>(room + i);
    if (own == 0) continue;
    const standing = load<u8>(stands + usize(k));
    const x = load<f64>(px + i);
    const y = load<f64>(py + i);
    for (let j = usize(a == b ? k + 1 : start) << 3; j < last; j += step) {
      const other = load<f64>(room + j);
      const apart = own + other;
      let dx = x - load<f64>(px + j);
      let dy = y - load<f64>(py + j);
      let l = dx * dx + dy * dy;
      if (l >= apart * apart || other == 0) continue;
      if (l == 0) {
        dx = 1e-6;
        dy = (k & 1) == 0 ? 1e-6 : -1e-6;
        l = dx * dx + dy * dy;
      }
      l = sqrt(l);
      l = (apart - l) / l;
      const otherStands = load<u8>(stands + (j >> 3));
      if (standing) {
        if (!otherStands) {
          add(pushX + j, -dx * l);
          add(pushY + j, -dy * l);
        }
      } else if (otherStands) {
        add(pushX + i, dx * l);
        add(pushY + i, dy * l);
      } else {
        const share = (other * other) / (own * own + other * other);
        dx *= l * hardness;
        dy *= l * hardness;
        add(px + i, dx * share);
        add(py + i, dy * share);
        store<f64>(px + j, load<f64>(px + j) - dx * (1.0 - share));
        store<f64>(py + j, load<f64>(py + j) - dy * (1.0 - share));
      }
    }
  }
}

function giveWay(): void {
  for (let i: usize = 0, end = usize(count) << 3; i < end; i += 8) {
    const dx = load<f64>(pushX + i);
    const dy = load<f64>(pushY + i);
    if (dx == 0 && dy == 0) continue;
    const most = LEAP * load<f64>(room + i);
    const length = sqrt(dx * dx + dy * dy);
    const scale = length > most ? most / length : 1;
    add(px + i, dx * scale);
    add(py + i, dy * scale);
  }
}

function makeRooms(hardness: f64): void {
  for (let i: usize = 0; i < usize(count); i++) {
    const body = usize(load<u32>(order + (i << 2)));
    const at = state + (body << 5);
    const stays = load<u8>(fixed + body);
    const moves: f64 = stays ? 0 : 1;
    store<f64>(px + (i << 3), load<f64>(at) + load<f64>(at, 16) * moves);
    store<f64>(py + (i << 3), load<f64>(at, 8) + load<f64>(at, 24) * moves);
    store<f64>(room + (i << 3), load<f64>(rooms + (body << 3)));
    store<u8>(stands + i, stays);
  }
  for (let iteration = 0; iteration < iterations; iteration++) {
    for (let cell = cells - 1; cell >= 0; cell--) box(cell);
    budget = BUDGET * count;
    memory.fill(pushX, 0, usize(count) << 3);
    memory.fill(pushY, 0, usize(count) << 3);
    for (let cell = 0; cell < cells; cell++) if (isLeafCell(cell)) around(cell, hardness);
    giveWay();
  }
  for (let i: usize = 0; i < usize(count); i++) {
    const at = state + (usize(load<u32>(order + (i << 2))) << 5);
    store<f64>(at, load<f64>(px + (i << 3)) - load<f64>(at), 16);
    store<f64>(at, load<f64>(py + (i << 3)) - load<f64>(at, 8), 24);
  }
}

function step(): void {
  for (let i: usize = 0; i < usize(count); i++) {
    const at = state + (i << 5);
    let vx = load<f64>(at, 16) * kept;
    let vy = load<f64>(at, 24) * kept;
    if (load<u8>(fixed + i)) {
      vx = 0;
      vy = 0;
    }
    let x = load<f64>(at) + vx;
    let y = load<f64>(at, 8) + vy;
    if (x > EXTENT || x < -EXTENT || y > EXTENT || y < -EXTENT) {
      x = x > EXTENT ? EXTENT : x < -EXTENT ? -EXTENT : x;
      y = y > EXTENT ? EXTENT : y < -EXTENT ? -EXTENT : y;
      vx = 0;
      vy = 0;
    }
    store<f64>(at, x);
    store<f64>(at, y, 8);
    store<f64>(at, vx, 16);
    store<f64>(at, vy, 24);
  }
}

export function tick(alpha: f64, hardness: f64): void {
  const charged = negative || positive;
  if (charged || roomy) rebuild();
  pullSprings(alpha);
  pullBodies(alpha);
  if (charged) {
    memory.fill(fx, 0, usize(count) << 3);
    memory.fill(fy, 0, usize(count) << 3);
    if (negative) charge(-1);
    if (positive) charge(1);
    pushBodies(alpha);
  }
  if (roomy) makeRooms(hardness);
  step();
}
