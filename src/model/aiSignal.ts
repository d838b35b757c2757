/** One sign of AI in a property. `what` is the thing recognised (a host, an image, a variable's name), never a value. */
export interface AiSignal {
  readonly signal:
    | 'host'
    | 'key'
    | 'envWithEndpoint'
    | 'envName'
    | 'image'
    | 'gpu'
    | 'port'
    | 'driver'
    | 'plan'
    | 'serverName'
    | 'word'
    | 'dataRole'
    | 'appId'
    | 'vendorName'
    | 'unknownAccount'
    | 'service';
  /** JSON path with names in the place of indexes: `template.containers[api].env[OPENAI_KEY]`. */
  readonly place: string;
  readonly what: string;
}
