import type { Dataset, GoalTopic } from '../../src/model/dataset.js';

const line = (goal: string, topic: string, titles?: readonly string[]): GoalTopic => ({
  goal,
  topic,
  ...(titles && { titles }),
  reason: `${topic} leads to ${goal}.`,
  source: 'itu',
  by: 'a curator',
  date: '2026-11-22',
});

/** Three goals of one framework, one of which no topic leads to, and one purpose; topics are those of `field`. */
export const goalLens = (): Pick<Dataset, 'goalFrameworks' | 'goals' | 'goalTopics'> => ({
  goalFrameworks: [
    { id: 'sdg', label: 'Sustainable Development Goals', source: 'itu' },
    { id: 'purpose', label: 'Purposes', source: 'itu' },
  ],
  goals: [
    { id: 'sdg-3', framework: 'sdg', code: '3', label: 'Good Health and Well-being' },
    { id: 'sdg-7', framework: 'sdg', code: '7', label: 'Affordable and Clean Energy' },
    { id: 'sdg-11', framework: 'sdg', code: '11', label: 'Sustainable Cities and Communities' },
    { id: 'sdg-14', framework: 'sdg', code: '14', label: 'Life below Water' },
    { id: 'purpose-resilience', framework: 'purpose', code: 'resilience', label: 'Resilience' },
  ],
  goalTopics: [
    line('sdg-11', 'mobility'),
    line('sdg-3', 'mobility', ['collision', 'emergency call']),
    line('sdg-7', 'energy'),
    line('sdg-11', 'security', ['smart cit']),
    line('purpose-resilience', 'security'),
  ],
});
