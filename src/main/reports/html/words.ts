/** Where everything is that this report leaves out. */
export const whereTheRestIs = 'The JSON report of this run has them all.'
