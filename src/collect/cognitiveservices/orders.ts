/** Words by which a text speaks to the model that reads it, not to a person. English only: a hit is a sign, silence proves nothing. */
const orders = [
  /\b(ignore|disregard|forget|override)\b.{0,40}\b(previous|prior|above|earlier|all|your)\b.{0,30}\b(instruction|prompt|rule|direction)/i,
  /\b(do not|don't|never)\b.{0,20}\b(tell|mention|reveal|inform|show)\b.{0,30}\b(user|human|anyone)\b/i,
  /\b(system|developer) (prompt|message)\b/i,
  /<\/?(important|system|secret|instructions?)>/i,
  /\bbefore (using|calling) (this|any|other)\b.{0,20}\btools?\b/i,
  /\byou (must|are now|will now)\b.{0,60}\b(send|forward|read|call|include|act)\b/i,
];

export const givesOrders = (text: string): boolean => orders.some((order) => order.test(text));
