/**
 * Indonesian for what react-aria-components says by itself (it has none of its own). The library
 * looks for texts on `window` under a symbol before it takes its own; there it finds the ones of the
 * language that is in force now.
 */

import * as englishModule from "react-aria-components/i18n/en-US";
import { currentLanguage } from "./i18n";

type Texts = Record<string, unknown>;
type Formatter = { plural: unknown; number: (value: number) => string };

// The types of that module speak of a type where its value is.
const { default: english } = englishModule as unknown as { default: Record<string, Texts> };

const notices = (values: { count: number }, { number }: Formatter) =>
  `${number(values.count)} pemberitahuan.`;
const selected = (values: { count: number }, { number }: Formatter) =>
  values.count === 0 ? "Tidak ada yang dipilih." : `${number(values.count)} dipilih.`;

const INDONESIAN: Readonly<Record<string, Record<string, unknown>>> = {
  "@react-aria/overlays": { dismiss: "Tutup" },
  "@react-aria/toast": { close: "Tutup", notifications: notices },
  "@react-aria/menu": {
    longPressMessage: "Tekan lama atau tekan Alt + Panah bawah untuk membuka menu",
  },
  "@react-aria/searchfield": { "Clear search": "Kosongkan pencarian" },
  "@react-aria/tag": {
    removeDescription: "Tekan Delete untuk menghapus.",
    removeButtonLabel: "Hapus",
  },
  "@react-aria/tree": { expand: "Bentangkan", collapse: "Ciutkan" },
  "@react-aria/spinbutton": { Empty: "Kosong" },
  "@react-aria/numberfield": {
    decrease: ({ fieldLabel }: { fieldLabel: string }) => `Kurangi ${fieldLabel}`,
    increase: ({ fieldLabel }: { fieldLabel: string }) => `Tambah ${fieldLabel}`,
    numberField: "Bidang angka",
  },
  "@react-aria/grid": {
    deselectedItem: ({ item }: { item: string }) => `${item} tidak dipilih.`,
    select: "Pilih",
    selectedCount: selected,
    selectedAll: "Semua dipilih.",
    selectedItem: ({ item }: { item: string }) => `${item} dipilih.`,
    longPressToSelect: "Tekan lama untuk mulai memilih.",
  },
  "@react-aria/table": {
    select: "Pilih",
    selectAll: "Pilih semua",
    sortable: "kolom dapat diurutkan",
    ascending: "naik",
    descending: "turun",
  },
  "@react-aria/combobox": {
    focusAnnouncement: ({ optionText }: { optionText: string }) => optionText,
    countAnnouncement: ({ optionCount }: { optionCount: number }, { number }: Formatter) =>
      `${number(optionCount)} pilihan tersedia.`,
    selectedAnnouncement: ({ optionText }: { optionText: string }) => `${optionText}, dipilih`,
    buttonLabel: "Tampilkan pilihan",
    listboxLabel: "Pilihan",
  },
  "@react-aria/autocomplete": { collectionLabel: "Pilihan" },
  "@react-aria/breadcrumbs": { breadcrumbs: "Jejak halaman" },
  "react-aria-components": {
    selectPlaceholder: "Pilih satu",
    tableResizer: "Pengatur lebar",
    dropzoneLabel: "Tempat meletakkan berkas",
  },
};

function inForce(name: string, texts: Texts): Texts {
  return new Proxy(texts, {
    get: (own, key: string) =>
      (currentLanguage() === "id" ? INDONESIAN[name]?.[key] : undefined) ?? own[key],
  });
}

/** To be called before anything is drawn. */
export function supplyAriaTexts(): void {
  const texts = Object.entries(english).map(([name, own]) => [name, inForce(name, own)]);
  const place = window as unknown as Record<symbol, unknown>;
  place[Symbol.for("react-aria.i18n.locale")] = "en-US";
  place[Symbol.for("react-aria.i18n.strings")] = Object.fromEntries(texts);
}
