import '../trace.css';

/** The viewer of payloads with its looks, for pages that show no trace. */
export { JsonView as PayloadJson } from './JsonView.tsx';
