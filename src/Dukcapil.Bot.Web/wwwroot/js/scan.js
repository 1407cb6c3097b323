// Reads the QR code of a booking with the camera, where the browser can. Typing the code always works. The form is replaced whenever it was sent, so its
// parts are looked up each time.
"use strict";

const part = (id) => document.getElementById(id);
const canScan = "BarcodeDetector" in window && navigator.mediaDevices;
const lookEvery = 200;
let camera = null;

function stop() {
  camera?.getTracks().forEach((track) => track.stop());
  camera = null;
  part("gambar-pindai").hidden = true;
  part("gambar-pindai").srcObject = null;
  part("pindai").textContent = "Pindai";
}

async function look(detector) {
  if (!camera) return;
  const found = await detector.detect(part("gambar-pindai"));
  if (!camera) return;
  if (found.length === 0) {
    setTimeout(() => look(detector), lookEvery);
    return;
  }
  part("kode").value = found[0].rawValue;
  stop();
  part("formulir-kode").requestSubmit();
}

async function start() {
  const [picture, message] = [part("gambar-pindai"), part("pesan-pindai")];
  try {
    camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    picture.srcObject = camera;
    picture.hidden = false;
    part("pindai").textContent = "Berhenti";
    message.textContent = "Arahkan kamera ke kode QR.";
    await picture.play();
    await look(new BarcodeDetector({ formats: ["qr_code"] }));
  } catch {
    stop();
    message.textContent = "Kamera tidak dapat dipakai. Silakan ketik kodenya.";
  }
}

const offer = () => {
  if (canScan && part("pindai")) part("pindai").hidden = false;
};

document.addEventListener("click", (event) => {
  if (event.target.id === "pindai") camera ? stop() : start();
});
document.addEventListener("htmx:before:swap", () => camera && stop());
document.addEventListener("htmx:after:swap", offer);
offer();
