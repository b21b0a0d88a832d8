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
    'a6429cc06e89d8bd27b04c3454113e8f9f3912c41a5adcaf98ebe236ea64b057',
    56413,
    960,
    720,
  ],
  'pump-defect': [
    '9ed653bdb1f665984c24070d9d28f22897ccee8ad15ef702a38daa51fb35675e',
    65866,
    960,
    720,
  ],
  'pump-site': [
    'fd225f1ef113b132fb23f80670217123d8b3ad59c5423ca2171fe21722d7ff98',
    108053,
    960,
    720,
  ],
  'valve-whole': [
    '7863bd1af48ea877d030d55f578c80fa7467e37c327c82a5afa6f8785caf787c',
    60180,
    960,
    720,
  ],
  'valve-defect': [
    '59659ccd8f116237c186a6814fbca1543fbb0c70cef4380542512c267eff3660',
    77994,
    960,
    720,
  ],
  'valve-site': [
    '33bc743a21c67520051461cf348baf045994711794c66224397e4a6ff5ea74ca',
    60503,
    960,
    720,
  ],
  'bearing-whole': [
    '61eee216131003f97187dc922f0b965ebcf074f1566c9f3be959a208ab48c663',
    90756,
    960,
    720,
  ],
  'bearing-defect': [
    '63bc55f62728f0e764cc0444d86b330dd5bb4db3ea1dbe25f18aa7eafbbc86fd',
    152118,
    960,
    720,
  ],
  'bearing-site': [
    '2e4ffc6bae7501b004ad6ac1282964f3bd6b115b7b80ad5dc661992be2b95a44',
    165105,
    960,
    720,
  ],
  'sensor-whole': [
    '2cb054fb72dfc6719f09269b5837eaf3f208d6a3acad36307f854175e92f5359',
    127881,
    960,
    720,
  ],
  'sensor-defect': [
    '9b4afa552d997e336e1cf1fffe8585f8f17d6bdb84021e9ec2d82c5ad4b11ae8',
    99238,
    960,
    720,
  ],
  'sensor-site': [
    'd6c86fcd35e4d25b8c768edcf5e5b67ca94088ff7535e8f8647bdbcd0743c849',
    138705,
    960,
    720,
  ],
  'cable-whole': [
    'c926110242612c22b0e624491e5def867054fbe564836c5fcaecef91a38bd12e',
    63700,
    960,
    720,
  ],
  'cable-defect': [
    '94568e77443cd77a5310c8988474d7f8605c6d96e2525713f46a0549ec84f0d0',
    102194,
    960,
    720,
  ],
  'cable-site': [
    '0e1ec000c352e956109099cc05c86ca03f6a4e5ecaab77da9eeefb9a9a6f4c12',
    120097,
    960,
    720,
  ],
  'hose-whole': [
    '81e75843604d347f482b2e36b291b0647fe723b1af2bc46757f3cf42d120cc5b',
    55581,
    960,
    720,
  ],
  'hose-defect': [
    '5cacd81bc657c8992b670a1b264413d00750dff5dd6cb3f73232ff754962399c',
    67917,
    960,
    720,
  ],
  'hose-site': [
    'a6c62b47ae3db8787e696d80d88ae058a31234ea79b1f3115d0fc73f4a7b77c0',
    59168,
    960,
    720,
  ],
  'housing-whole': [
    'c09e73dbccc2a5ed76c74d9f9ca825bf7bcb131a628cdf04101e7901fb8cb11b',
    73096,
    960,
    720,
  ],
  'housing-defect': [
    '867242ac0c0f4370c20f889ccc4b41f3dad8160785b0cfbd7415b9b981983372',
    95932,
    960,
    720,
  ],
  'housing-site': [
    '6753af79e15aad1bd319d56d27979a206560faae21b829e1103fd426a28f8763',
    114716,
    960,
    720,
  ],
  'cabinet-whole': [
    'f9cff76b80d85b8a85ebead7aae0d9eef330eb1f87538205b1e1ac3cdf7db70f',
    61901,
    960,
    720,
  ],
  'cabinet-defect': [
    '15f7b845d6d091dcd55688e93d888a27c4b1f2f44d79fd96df544619d34027ed',
    139506,
    960,
    720,
  ],
  'cabinet-site': [
    '8f7ce70379a450132987deedc65cbfe385d042f4f41670ea6c61f374e216dedc',
    87096,
    960,
    720,
  ],
  'drive-whole': [
    '09711b624d9a163cf65a6e900d89df1babde5ea81ae8b370ab08228e4c000f21',
    32314,
    960,
    720,
  ],
  'drive-defect': [
    '8286e15c16c934eb3a4cf538b8b5a91c7a48100f44223d9355544b269d3e4ec5',
    89859,
    960,
    720,
  ],
  'drive-site': [
    '289e6dbb4a8ee7d97222c5848cbaa8e05dd6ddb874499e48a85b7f91e26c10e2',
    34034,
    960,
    720,
  ],
  'drum-whole': [
    'd2228a04af189112f806f6603d1be871887117646f64e1dc95694226e8484957',
    54992,
    960,
    720,
  ],
  'drum-defect': [
    '15811fca039c14066b5a5be61fcdbfd9bae09e7aef9d88298483d81e502cd07c',
    43349,
    960,
    720,
  ],
  'drum-site': [
    '1f221cca3636c9247fd263e9d336e14252f80bb1fd8b9bafbfdb96b87f2ad4d3',
    52974,
    960,
    720,
  ],
  'plate-machine': [
    '7d023cfbfdf3f035e4e23ad2a126bc7684a549a54e3e4fbf605ac929e8bd4dfc',
    81184,
    960,
    720,
  ],
  'plate-electric': [
    '0f188d59c8bad58fb88fc97d5650cea6b08259e7cdb3b4c9df4509c3b8101e01',
    84784,
    960,
    720,
  ],
  label: ['79413af6b40335819e832865b8149e9402aed28aff17e057f3914bbe56266025', 35421, 960, 720],
  'label-smeared': [
    'c9e46ed838bd092b355681691a16a08eee1f6063f0d37586a30d25646041c233',
    125974,
    960,
    720,
  ],
  carton: ['1f0ca20c935aad9db6d462705b387013f85b92728259d1e4d2c4a519789bbfeb', 42678, 960, 720],
  'carton-dented': [
    '220448838ffcda633df32041a105cea2b69327506c73296b778b32d8971935c9',
    62958,
    960,
    720,
  ],
  'carton-wet': [
    '2d82ecca70fda868af67d2e0306665fd19430e0429f9214c9f369e6da3098a4c',
    51409,
    960,
    720,
  ],
  'carton-site': [
    '72181bf45168b2175d9db9bfd7349aaf432311d5d2b9b3c4223c32c729fb25c5',
    74773,
    960,
    720,
  ],
  pallet: ['2c59f0fd17dbbc4728a0e0cc4b87c150197e2a6ea10716a7bb073283be64fa47', 57698, 960, 720],
  'pallet-site': [
    'dd60168f289b7af70970bdbf16e2f406a9014830db2c298dbad8d091883e4449',
    78428,
    960,
    720,
  ],
};

export function drawnPhoto(name: PhotoName): DrawnPhoto {
  const [sha256, bytes, width, height] = drawn[name];
  return { sha256, mediaType: 'image/png', bytes, width, height };
}

/** Where the bytes lie. */
export function photoFile(name: PhotoName): URL {
  return new URL(`../../../assets/demo/photos/${name}.png`, import.meta.url);
}
