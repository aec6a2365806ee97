// Drag, wheel and pinch move the camera. A press that does not move is a click.

function watchGestures(frame, camera) {
  const fingers = new Map();
  let moved = false;

  const local = (event) => {
    const area = frame.getBoundingClientRect();
    return { x: event.clientX - area.left, y: event.clientY - area.top };
  };
  const spread = () => {
    const [one, other] = [...fingers.values()];
    return {
      x: (one.x + other.x) / 2,
      y: (one.y + other.y) / 2,
      gap: Math.max(1, Math.hypot(one.x - other.x, one.y - other.y)),
    };
  };

  frame.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.target.closest("button, a, input")) return;
    fingers.set(event.pointerId, local(event));
    moved = fingers.size > 1;
  });
  frame.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const before = fingers.get(event.pointerId);
    const now = local(event);
    if (fingers.size === 1) {
      if (!moved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
      if (!moved) {
        moved = true;
        frame.setPointerCapture(event.pointerId);
        frame.classList.add("dragged");
      }
      camera.move(now.x - before.x, now.y - before.y);
      fingers.set(event.pointerId, now);
      return;
    }
    const old = spread();
    fingers.set(event.pointerId, now);
    const fresh = spread();
    camera.zoom(fresh.gap / old.gap, old);
    camera.move(fresh.x - old.x, fresh.y - old.y);
  });
  const release = (event) => {
    fingers.delete(event.pointerId);
    if (!fingers.size) frame.classList.remove("dragged");
  };
  frame.addEventListener("pointerup", release);
  frame.addEventListener("pointercancel", release);
  frame.addEventListener("click", (event) => {
    if (moved) event.stopPropagation();
    moved = false;
  }, true);

  frame.addEventListener("wheel", (event) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 18 : event.deltaMode === 2 ? 400 : 1;
    const dx = event.deltaX * unit;
    const dy = event.deltaY * unit;
    const isPinch = event.ctrlKey || event.metaKey;
    const isMouse = !dx && (event.deltaMode !== 0 || Math.abs(dy) >= 60);
    if (isPinch || (isMouse && !event.shiftKey)) {
      const speed = isPinch && !isMouse ? 0.01 : 0.0016;
      camera.zoom(Math.exp(-dy * speed), local(event));
    } else if (event.shiftKey && !dx) {
      camera.move(-dy, 0);
    } else {
      camera.move(-dx, -dy);
    }
  }, { passive: false });
}
