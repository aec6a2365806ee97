// Where the reader looks: shifts and scales a plane by a transform alone, so that nothing is laid
// out again while it moves.

class Camera {
  constructor(frame) {
    this.frame = frame; // what the plane is seen through
    this.plane = null;
    this.x = 0;
    this.y = 0;
    this.scale = 1;
    this.size = { width: 1, height: 1 };
    this.ride = 0;
    this.rest = 0;
  }

  show(plane, size) {
    this.plane = plane;
    this.size = size;
  }

  place(x, y, scale) {
    this.scale = Math.min(4, Math.max(0.05, scale));
    const { width, height } = this.view();
    const edge = 60; // so much of the plane always stays in view
    this.x = Math.min(width - edge, Math.max(edge - this.size.width * this.scale, x));
    this.y = Math.min(height - edge, Math.max(edge - this.size.height * this.scale, y));
    if (!this.plane) return;
    this.plane.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.scale})`;
    this.plane.style.willChange = "transform";
    clearTimeout(this.rest);
    // At rest the plane is painted anew, so that letters are sharp at any scale.
    this.rest = setTimeout(() => { if (this.plane) this.plane.style.willChange = ""; }, 180);
  }

  view() {
    return { width: this.frame.clientWidth, height: this.frame.clientHeight };
  }

  move(dx, dy) {
    this.stop();
    this.place(this.x + dx, this.y + dy, this.scale);
  }

  // Zoom around a point of the frame.
  zoom(factor, at) {
    this.stop();
    const scale = Math.min(4, Math.max(0.05, this.scale * factor));
    const { width, height } = this.view();
    const point = at || { x: width / 2, y: height / 2 };
    const ratio = scale / this.scale;
    this.place(point.x - (point.x - this.x) * ratio, point.y - (point.y - this.y) * ratio, scale);
  }

  stop() {
    cancelAnimationFrame(this.ride);
  }

  // Bring an area of the plane into view, as large as it fits, but not above `most`.
  fit(area, { most = 1.25, quickly = false } = {}) {
    const { width, height } = this.view();
    if (!width || !height) return;
    const margin = Math.min(28, width / 20);
    const scale = Math.min(most, (width - 2 * margin) / area.width, (height - 2 * margin) / area.height);
    const high = area.height * scale;
    this.glide(
      (width - area.width * scale) / 2 - area.x * scale,
      (high < height ? (height - high) / 2 : margin) - area.y * scale,
      scale,
      quickly,
    );
  }

  // Move no further than is needed to see an area.
  follow(area) {
    const { width, height } = this.view();
    const margin = 24;
    const left = this.x + area.x * this.scale;
    const top = this.y + area.y * this.scale;
    const wide = area.width * this.scale;
    const high = area.height * this.scale;
    const shift = (start, length, room) => {
      if (length > room - 2 * margin || start < margin) return margin - start;
      return Math.min(0, room - margin - start - length);
    };
    const dx = shift(left, wide, width);
    const dy = shift(top, high, height);
    if (dx || dy) this.glide(this.x + dx, this.y + dy, this.scale);
  }

  glide(x, y, scale, quickly) {
    this.stop();
    if (quickly || prefersStillness.matches) return this.place(x, y, scale);
    const from = { x: this.x, y: this.y, scale: this.scale };
    const begin = performance.now();
    const step = (now) => {
      const part = Math.min(1, Math.max(0, (now - begin) / 240));
      const eased = 1 - (1 - part) ** 3;
      this.place(
        from.x + (x - from.x) * eased,
        from.y + (y - from.y) * eased,
        from.scale + (scale - from.scale) * eased,
      );
      if (part < 1) this.ride = requestAnimationFrame(step);
    };
    this.ride = requestAnimationFrame(step);
  }
}
