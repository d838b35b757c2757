import rule from '../../../src/rules/mlmodel/mlenvironment-base-image-supported';
import { testRule } from '../../kit/testRule';

const of = (image: string) => ({ name: image, subject: { image } });
const azureml = 'mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04';

testRule(rule, {
  pass: [
    of('crfjell.azurecr.io/train:7'),
    of('ubuntu:22.04'),
    of('python:3.12-slim'),
    of('nvidia/cuda:12.4.1-base-ubuntu22.04'),
    of(`${azureml}:20260714.v1`),
    of(`crfjell.azurecr.io/train@sha256:${'a'.repeat(64)}`),
    { ...of('ubuntu:20.04'), name: 'while it still has support', takenAt: '2025-05-01T00:00:00Z' },
  ],
  fail: [
    { ...of('ubuntu:20.04'), says: 'Ubuntu 20.04, without fixes since 2025-05-31' },
    { ...of('mcr.microsoft.com/azureml/openmpi3.1.2-ubuntu18.04:20260714.v1'), says: 'Ubuntu 18.04' },
    { ...of('docker.io/library/python:3.9-slim'), says: 'Python 3.9' },
    { ...of('python:3.8'), says: 'Python 3.8' },
    { ...of('centos:7'), says: 'CentOS' },
    { ...of('node:18-alpine'), says: 'Node 18' },
    { ...of('tensorflow/tensorflow:1.15.5-gpu'), says: 'TensorFlow 1' },
    { ...of('nvidia/cuda:10.2-base'), says: 'CUDA' },
    { ...of(`${azureml}:20250714.v1`), severity: 'low', says: 'days old' },
  ],
  notApplicable: [of(''), { name: 'archived', subject: { image: 'ubuntu:14.04', isArchived: true } }],
});
