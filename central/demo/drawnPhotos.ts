/** Written by drawAllPhotos.ts: what assets/demo/photos holds. */
import type { PhotoName } from './photoList.ts';

export type DrawnPhoto = {
  readonly sha256: string;
  readonly mediaType: 'image/png';
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
};

const drawn: Readonly<
  Record<PhotoName, readonly [sha256: string, bytes: number, width: number, height: number]>
> = {
  'pump-whole': [
    '7aad01d5e5513203d964132bcf1ebb81f76bfd5c7baa54db1a64c9a6ec9cc03e',
    10182,
    240,
    180,
  ],
  'pump-defect': [
    '584cb4b3c6ab68d399a80e74fa40dfd1c622316c45a6fb404a51132c35a4d3da',
    12450,
    240,
    180,
  ],
  'pump-site': [
    '93328cc2696b828a6ec438b5259cbd8b3f819e24e0e05ae1b9c091ca02dd2c37',
    18375,
    240,
    180,
  ],
  'valve-whole': [
    '9af74455cd1e9c78837adb24c670f5f5b239d1820e74a6a9fa553bc649420ac9',
    10526,
    240,
    180,
  ],
  'valve-defect': [
    'd1590b9614753c65588a793a86ca5124670fe0a751af1f8058b256cad42dc816',
    14077,
    240,
    180,
  ],
  'valve-site': [
    '981ae0b2fdb8640196735563b7cec7ca493777036c1ec31a731b68933c22720c',
    11393,
    240,
    180,
  ],
  'bearing-whole': [
    '590172f822c304eb9c59139045554b51da82aa8ae4b0931d5370ba69fa59890c',
    13932,
    240,
    180,
  ],
  'bearing-defect': [
    '9f9a7a1c05d965ef0281688062d0f545075ad66be39590146d043f313f786172',
    24692,
    240,
    180,
  ],
  'bearing-site': [
    'db5967a434a838931171f765febe3ad98371eeb652c6397c3a4d2c03abbb52db',
    24464,
    240,
    180,
  ],
  'sensor-whole': [
    'ca9b63e75fe435dd38c3d7ea3dd24ad40666f85052e540cbe60fa76c3c04c35a',
    15681,
    240,
    180,
  ],
  'sensor-defect': [
    '830d95fb301c6f8b91d46c7c41f42636cd22d663c6379dc21d898fd562a5a829',
    14503,
    240,
    180,
  ],
  'sensor-site': [
    '5599568e9b4bed870c5ad8eba8ec947defa0f47662aff85f2c3767837e42afec',
    17682,
    240,
    180,
  ],
  'cable-whole': [
    'fd3b9ccfec940c59b63a7a95969d984994c8834fe2e7b3bdae318183b6f0e364',
    10417,
    240,
    180,
  ],
  'cable-defect': [
    '61dfedd4bf3f7f1e2a2f07e31dcd21ace905cd02e0d5c3d2e6fd0e40c64ec944',
    16503,
    240,
    180,
  ],
  'cable-site': [
    '597e2907ca10d5bf26ef641e2020f76a46c9c5db588523bc99b3a1a7f82eb67c',
    20259,
    240,
    180,
  ],
  'hose-whole': [
    '6682c5276a7f36adfa15fe3aca103df6c37d1aac267eeb69457e648143b95644',
    9971,
    240,
    180,
  ],
  'hose-defect': [
    'beadb741d3bb447fb689cdae00a24fd001b3155e89cb457ac485c2fd2264e75d',
    12610,
    240,
    180,
  ],
  'hose-site': [
    '782aff90d78448a2652ae64b054474de9cc1ddf2ee3cc0fc29c0b2d511d9a1dc',
    10905,
    240,
    180,
  ],
  'housing-whole': [
    '2d2052318d289e67ff0ff4aba97329f0397918796b31c05bb4d07f17d16815a2',
    11836,
    240,
    180,
  ],
  'housing-defect': [
    'be3fad0c830cf0022caf9edd5bf4419f85794862763dcc5631df4b9b2f0eecda',
    13956,
    240,
    180,
  ],
  'housing-site': [
    '343565c05d7cd3debceb26101343a12ed3525ebcef8d99fcf5345c9d2bfaf440',
    18885,
    240,
    180,
  ],
  'cabinet-whole': [
    'f420bb8ffa4674390a1a95c957843e36cf02a6d6bae6622a2f0e5bc8ac2e5901',
    10191,
    240,
    180,
  ],
  'cabinet-defect': [
    '37c146925aac8df4c309706f03b01f4fbc593d9441c9c2d86e6ddd54bdf0a6b2',
    20504,
    240,
    180,
  ],
  'cabinet-site': [
    '2216b34fe268c4e8f516b0c7a81afcf3e45bace8608b6c295c6920da7b05c693',
    14138,
    240,
    180,
  ],
  'drive-whole': [
    '900d39b3483616d422c9d559dc94cc9b32001345f5727626fca7034e2a7f5f33',
    6749,
    240,
    180,
  ],
  'drive-defect': [
    '366a0817e2a73f6d342293c3c23defeb7483f3d964163c8035dd5573ecc2fdef',
    14328,
    240,
    180,
  ],
  'drive-site': [
    'dd648d911585baa05406422e0befa99daa1cd43ae55415afb812e1fe4549a273',
    7545,
    240,
    180,
  ],
  'drum-whole': [
    '132a62c22e28f76a02cf0bf1d40f744f384ebf188cbe06de44bcc546df12c959',
    10240,
    240,
    180,
  ],
  'drum-defect': [
    'e527cd4b5475b62b132bfed8b1ddc5c641ee2009ec6812642c6519e7c0d8ee35',
    8891,
    240,
    180,
  ],
  'drum-site': [
    'fc3bdb9e40e05c6ad36c92210abc98a11bc9619ba972a82efbeea1e9035aceaf',
    10467,
    240,
    180,
  ],
  'plate-machine': [
    'd9acc1775612cc4cbe7c79daeca62326d0aea23cfc59ae3a199abc13712eaee9',
    15044,
    240,
    180,
  ],
  'plate-electric': [
    '1c74edb53704804d8f4e1cd07c8a369c725e6ba1245b8ffb375da8ccf9b49214',
    15151,
    240,
    180,
  ],
  label: ['6e1fa6f8cea10a204ff04c89bbfb1558d870a540ffe8da7aac688b8120187599', 8436, 240, 180],
  'label-smeared': [
    'b4c6c667269882d8ff861d0ed471333bc66a946b2775d246da420b2679ac21d4',
    15405,
    240,
    180,
  ],
  carton: ['7b406850c6c51e35daf6708096800f26317a0790c1080f65ccf1c14b15d3645f', 8422, 240, 180],
  'carton-dented': [
    '68c61218c92f9dbe8a5b4f82bf1243082104d9b44a1aebc51ad788683b7b3095',
    11246,
    240,
    180,
  ],
  'carton-wet': [
    'bc566aaba1299a769c8208a858c35e1bdba005015649e6674cb9f1bab14df92b',
    9086,
    240,
    180,
  ],
  'carton-site': [
    '95aa2a1427997bd9731fb4a95ea426a698f6b7116ec43a66921285ee23c3d988',
    13542,
    240,
    180,
  ],
  pallet: ['288651e911a1bf8c9330712becf3e8dda42391b07ae732f4d78e602b246905b7', 10016, 240, 180],
  'pallet-site': [
    '31af2900bbb35a70076808ba45c72cda997ae6c2fe448ce9173a588f883817f8',
    12938,
    240,
    180,
  ],
};

export function drawnPhoto(name: PhotoName): DrawnPhoto {
  const [sha256, bytes, width, height] = drawn[name];
  return { sha256, mediaType: 'image/png', bytes, width, height };
}

/** Where the bytes lie. */
export function photoFile(name: PhotoName): URL {
  return new URL(`../../assets/demo/photos/${name}.png`, import.meta.url);
}
