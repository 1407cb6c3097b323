// Draws synthetic papers, so that a tester needs no files. No real document is imitated: every picture says that it is a sample.

const PAPERS = [
  { title: "KARTU KELUARGA", tint: "#e9f4ef", lines: ["Nama Kepala Keluarga", "Alamat", "RT/RW", "Kelurahan", "Anggota keluarga"] },
  { title: "KTP (CONTOH)", tint: "#e6f0fb", lines: ["NIK", "Nama", "Tempat/Tgl lahir", "Alamat", "Agama"] },
  { title: "SURAT KETERANGAN", tint: "#fbf6e9", lines: ["Nomor", "Nama", "Keperluan", "Berlaku sampai", "Tanda tangan"] },
  { title: "BUKU NIKAH", tint: "#f8ebee", lines: ["Nama suami", "Nama istri", "Tanggal akad", "KUA", "Nomor akta"] },
];

const WIDTH = 1200;
const HEIGHT = 860;
let drawn = 0;

export async function paperPhoto() {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  draw(canvas.getContext("2d"), PAPERS[drawn % PAPERS.length], ++drawn);
  const blob = await new Promise(resolve => canvas.toBlob(resolve, "image/jpeg", 0.82));
  return new File([blob], `contoh-${drawn}.jpg`, { type: "image/jpeg" });
}

function draw(pen, paper, number) {
  const table = pen.createLinearGradient(0, 0, WIDTH, HEIGHT);
  table.addColorStop(0, "#8a6a4d");
  table.addColorStop(1, "#5d4431");
  pen.fillStyle = table;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.translate(WIDTH / 2, HEIGHT / 2);
  pen.rotate(((number % 5) - 2) * 0.018);
  pen.translate(-WIDTH / 2, -HEIGHT / 2);
  pen.shadowColor = "rgba(0, 0, 0, .5)";
  pen.shadowBlur = 36;
  pen.fillStyle = paper.tint;
  pen.fillRect(90, 80, WIDTH - 180, HEIGHT - 160);
  pen.shadowBlur = 0;
  words(pen, paper, number);
}

function words(pen, paper, number) {
  pen.fillStyle = "#23352f";
  pen.textAlign = "center";
  pen.font = "700 52px system-ui, sans-serif";
  pen.fillText(paper.title, WIDTH / 2, 180);
  pen.font = "400 26px system-ui, sans-serif";
  pen.fillText("KOTA CILEGON", WIDTH / 2, 222);
  pen.textAlign = "left";
  paper.lines.forEach((line, index) => {
    const y = 310 + index * 84;
    pen.fillStyle = "#23352f";
    pen.fillText(line, 150, y);
    pen.fillStyle = "rgba(35, 53, 47, .55)";
    pen.fillRect(460, y - 20, 300 + ((index * 97 + number * 53) % 240), 18);
  });
  pen.save();
  pen.translate(WIDTH / 2, HEIGHT / 2 + 60);
  pen.rotate(-0.35);
  pen.textAlign = "center";
  pen.font = "800 150px system-ui, sans-serif";
  pen.fillStyle = "rgba(192, 57, 43, .2)";
  pen.fillText("CONTOH", 0, 40);
  pen.restore();
  pen.font = "400 22px system-ui, sans-serif";
  pen.fillStyle = "#23352f";
  pen.fillText(`Gambar uji nomor ${number}`, 150, HEIGHT - 110);
}
