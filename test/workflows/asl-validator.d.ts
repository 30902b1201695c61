declare module 'asl-validator' {
  /** Checks a state machine's definition; it fills in defaults as it goes. */
  export default function validate(definition: object): { isValid: boolean; errorsText(separator?: string): string };
}
