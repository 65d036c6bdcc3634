/** Names that nobody minds: birds and beasts of the garden and the coast. */
const animals = [
  'Otter',
  'Heron',
  'Crane',
  'Badger',
  'Tanuki',
  'Swallow',
  'Carp',
  'Hare',
  'Kite',
  'Firefly',
  'Plover',
  'Turtle',
];

/** A name that can stand for anybody, such as `Otter 12`. */
export function suggestNickname(): string {
  const [animal = 0, number = 0] = crypto.getRandomValues(new Uint16Array(2));
  return `${animals[animal % animals.length]} ${10 + (number % 90)}`;
}
