// Reads the QR code of a booking with the camera, where the browser can. Typing the code always works.
"use strict";

const scanButton = document.getElementById("pindai");
const picture = document.getElementById("gambar-pindai");
const message = document.getElementById("pesan-pindai");
const lookEvery = 200;
let camera = null;

function stop() {
  camera?.getTracks().forEach((track) => track.stop());
  camera = null;
  picture.hidden = true;
  picture.srcObject = null;
  scanButton.textContent = "Pindai";
}

async function look(detector) {
  if (!camera) return;
  const found = await detector.detect(picture);
  if (!camera) return;
  if (found.length === 0) {
    setTimeout(() => look(detector), lookEvery);
    return;
  }
  document.getElementById("kode").value = found[0].rawValue;
  stop();
  document.getElementById("formulir-kode").requestSubmit();
}

async function start() {
  try {
    camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    picture.srcObject = camera;
    picture.hidden = false;
    scanButton.textContent = "Berhenti";
    message.textContent = "Arahkan kamera ke kode QR.";
    await picture.play();
    await look(new BarcodeDetector({ formats: ["qr_code"] }));
  } catch {
    stop();
    message.textContent = "Kamera tidak dapat dipakai. Silakan ketik kodenya.";
  }
}

if ("BarcodeDetector" in window && navigator.mediaDevices) {
  scanButton.hidden = false;
  scanButton.addEventListener("click", () => (camera ? stop() : start()));
}
