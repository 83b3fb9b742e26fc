#!/usr/bin/env node
/** The command line from a checkout, on a plain Node. Inside a package the same runs in the desktop runtime (`main/command-line-mode.ts`). */
import { join } from 'node:path'
import process from 'node:process'
import { forkNode } from '../main/platform/fork-node.ts'
import { commandLine } from './command-line.ts'

const entries = import.meta.dirname

process.exitCode = await commandLine({
  arguments: process.argv.slice(2),
  entries,
  appFolder: join(entries, '..', '..'),
  launch: forkNode,
})
