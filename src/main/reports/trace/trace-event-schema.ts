// The Trace Event Format as its published document has it, for tests: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
const number = { type: 'number', minimum: 0 } as const
const integer = { type: 'integer', minimum: 0 } as const
const text = { type: 'string' } as const
const args = { type: 'object' } as const

/** A kind of event: what it must have, and what it may. `pid` and `tid` are with all of them ("Event Descriptions"). */
function event(phases: readonly string[], must: object, may: object = {}): object {
  return {
    type: 'object',
    properties: { ph: { enum: phases }, pid: integer, tid: integer, ...must, ...may },
    required: ['ph', 'pid', 'tid', ...Object.keys(must)],
    additionalProperties: false,
  }
}

const named = { name: text, ts: number } as const

/** "JSON Object Format", with the kinds of events that Taskscope writes, each as its section of the document has it. */
export const traceEventSchema = {
  type: 'object',
  properties: {
    traceEvents: {
      type: 'array',
      items: {
        type: 'object',
        required: ['ph'],
        discriminator: { propertyName: 'ph' },
        oneOf: [
          // "Complete Events"
          event(['X'], { ...named, dur: number, cat: text }, { args }),
          // "Async Events": nestable, those of one `cat` and `id` make a tree.
          event(['b', 'e'], { ...named, cat: text, id: integer }, { args }),
          // "Flow Events"; `bp`: "e" binds the end to the event around it.
          event(['s'], { ...named, cat: text, id: integer }),
          event(['f'], { ...named, cat: text, id: integer, bp: { const: 'e' } }),
          // "Instant Events"; `s`: the scope, here the thread.
          event(['i'], { ...named, s: { const: 't' }, cat: text }, { args }),
          // "Counter Events": values by series.
          event(['C'], {
            ...named,
            args: { type: 'object', minProperties: 1, additionalProperties: { type: 'number' } },
          }),
          // "Metadata Events"
          event(['M'], {
            name: { enum: ['process_name', 'process_labels', 'thread_name', 'thread_sort_index'] },
            args,
          }),
        ],
      },
    },
    displayTimeUnit: { enum: ['ms', 'ns'] },
    otherData: { type: 'object' },
  },
  required: ['traceEvents'],
  additionalProperties: false,
} as const
