/**
 * What became of a run that is interrupted: what is on the disk does not tell whether its writer was ended, or could not write on (a full disk) while
 * the run itself went to its end.
 */
export const interruptedSentence =
  'Taskscope was ended, or could no longer write, while the run went on; what was recorded until then is here.'
