/** What is done before the first task of a run is queued, in this order; what each is called is a text. */
export type Preparation = 'describing' | 'calibrating' | 'starting-threads'
